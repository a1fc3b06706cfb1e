import { type SceneNode } from './network-scene.js';
import { growth, isInSight, type NetworkView, type NodeShape, type Places, showsGroups } from './network-view.js';
import { grownRadius, isHollow, shapePath } from '../pictures/shapes.js';

/** Nodes that are not in the selection. */
const DIM = 0.24;
/** Shapes differ by this part of a pixel. */
const STEPS = 4;

export interface NodePlaces {
  readonly at: Places;
  readonly bright: Uint8Array;
}

/** Draws the nodes with their rims. A rim is a larger shape underneath: to stroke one costs twice as much. O(nodes). */
export function drawNodes(context: CanvasRenderingContext2D, view: NetworkView, { at, bright }: NodePlaces): void {
  const panel = view.colour('panel');
  forNodes(view, at, (i, x, y, { inner, outer }) => {
    const node = view.scene.nodes[i]!;
    context.translate(x, y);
    context.fillStyle = panel;
    context.fill(outer);
    context.globalAlpha = bright[i] === 1 ? 1 : DIM;
    if (isHollow(node.kind)) drawHollow(context, view, node, inner);
    else {
      context.fillStyle = view.colour(`role-${node.kind}`);
      context.fill(inner);
    }
    context.globalAlpha = 1;
    context.translate(-x, -y);
  });
}

/** Fills the bright ones of nodes that stand there dim. O(nodes). */
export function fillNodes(context: CanvasRenderingContext2D, view: NetworkView, { at, bright }: NodePlaces): void {
  forNodes(view, at, (i, x, y, { inner }) => {
    if (bright[i] === 0) return;
    const node = view.scene.nodes[i]!;
    context.translate(x, y);
    if (isHollow(node.kind)) drawHollow(context, view, node, inner);
    else {
      context.fillStyle = view.colour(`role-${node.kind}`);
      context.fill(inner);
    }
    context.translate(-x, -y);
  });
}

function forNodes(
  view: NetworkView,
  at: Places,
  draw: (i: number, x: number, y: number, shape: NodeShape) => void,
): void {
  const grow = growth(view);
  const hasGroups = showsGroups(view);
  view.scene.nodes.forEach((node, i) => {
    if (node.isGroup && !hasGroups) return;
    const [x, y] = [at[2 * i]!, at[2 * i + 1]!];
    const reach = node.radius * grow * 2;
    if (isInSight(view, [x - reach, y - reach, x + reach, y + reach])) draw(i, x, y, shapeOf(view, node, grow));
  });
}

function shapeOf({ shapes }: NetworkView, { kind, radius }: SceneNode, grow: number): NodeShape {
  const step = Math.round(radius * grow * STEPS);
  const known = shapes.get(kind) ?? [];
  shapes.set(kind, known);
  known[step] ??= {
    inner: new Path2D(shapePath(kind, step / STEPS)),
    outer: new Path2D(shapePath(kind, grownRadius(kind, step / STEPS, 1))),
  };
  return known[step];
}

function drawHollow(
  context: CanvasRenderingContext2D,
  { colour }: NetworkView,
  { kind, label }: SceneNode,
  shape: Path2D,
): void {
  context.strokeStyle = colour(`role-${kind}`);
  context.lineWidth = 1.6;
  context.stroke(shape);
  if (label === '') return;
  context.fillStyle = colour('ink2');
  context.font = '700 10px system-ui, "Noto Sans", sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(label, 0, 0.5);
}
