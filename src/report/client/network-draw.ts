import { drawLabels } from './network-labels.js';
import { drawLinks } from './network-links.js';
import { type SceneNode } from './network-scene.js';
import { GROUPS_FROM_ZOOM, type NetworkView } from './network-view.js';
import { isHollow, shapePath } from '../pictures/shapes.js';

/** Draws the network: lines batched by colour and width, then nodes, then labels where there is room. O(links + nodes). */
export function drawNetwork(context: CanvasRenderingContext2D, view: NetworkView): void {
  const { scene, camera, width, height } = view;
  context.clearRect(0, 0, width, height);
  const showsGroups = !scene.isCrowded || camera.zoom >= GROUPS_FROM_ZOOM;
  const at = scene.nodes.map((node) => camera.toCanvas(node));
  const bright = brightNodes(view);
  drawLinks(context, view, { at, showsGroups });
  const grow = scene.isCrowded ? Math.min(2.2, Math.sqrt(camera.zoom)) : 1;
  for (const [i, node] of scene.nodes.entries()) {
    if (node.isGroup && !showsGroups) continue;
    const [x, y] = at[i]!;
    if (x < -40 || y < -40 || x > width + 40 || y > height + 40) continue;
    drawNode(context, view, { node, x, y, radius: node.radius * grow, alpha: bright[i] === 1 ? 1 : 0.24 });
    if (i === view.chosen || i === view.hovered)
      ring(context, { x, y, radius: node.radius * grow + 6 }, view.colour('ink'));
  }
  drawLabels(context, view, { at, bright, grow });
}

function brightNodes({ scene, lit, hasSelection, chosen }: NetworkView): Uint8Array {
  const bright = new Uint8Array(scene.nodes.length).fill(hasSelection ? 0 : 1);
  scene.links.forEach(({ from, to }, i) => {
    if (lit[i] === 0) return;
    bright[from] = 1;
    bright[to] = 1;
  });
  if (chosen !== null) bright[chosen] = 1;
  return bright;
}

interface PlacedNode {
  readonly node: SceneNode;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly alpha: number;
}

function drawNode(
  context: CanvasRenderingContext2D,
  view: NetworkView,
  { node, x, y, radius, alpha }: PlacedNode,
): void {
  const { colour, paths } = view;
  const key = `${node.kind} ${radius.toFixed(1)}`;
  const shape = paths.get(key) ?? new Path2D(shapePath(node.kind, radius));
  paths.set(key, shape);
  context.translate(x, y);
  context.strokeStyle = colour('panel');
  context.lineWidth = 2;
  context.stroke(shape);
  if (isHollow(node.kind) || alpha < 1) {
    context.fillStyle = colour('panel');
    context.fill(shape);
  }
  context.globalAlpha = alpha;
  if (isHollow(node.kind))
    drawHollow(context, { shape, label: node.label, line: colour(`role-${node.kind}`), ink: colour('ink2') });
  else {
    context.fillStyle = colour(`role-${node.kind}`);
    context.fill(shape);
  }
  context.globalAlpha = 1;
  context.translate(-x, -y);
}

interface Hollow {
  readonly shape: Path2D;
  readonly label: string;
  readonly line: string;
  readonly ink: string;
}

function drawHollow(context: CanvasRenderingContext2D, { shape, label, line, ink }: Hollow): void {
  context.strokeStyle = line;
  context.lineWidth = 1.6;
  context.stroke(shape);
  if (label === '') return;
  context.fillStyle = ink;
  context.font = '700 10px system-ui, "Noto Sans", sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(label, 0, 0.5);
}

function ring(
  context: CanvasRenderingContext2D,
  { x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number },
  colour: string,
): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.stroke();
}
