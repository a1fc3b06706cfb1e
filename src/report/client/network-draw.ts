import { shown } from '../words/invisible.js';
import { type Camera } from './camera.js';
import { freeSpot, type Box } from './free-spot.js';
import { type Scene, type SceneNode } from './network-scene.js';
import { isHollow, shapePath } from './roles.js';

export interface NetworkView {
  readonly scene: Scene;
  readonly camera: Camera;
  readonly lit: Uint32Array;
  readonly hasSelection: boolean;
  readonly chosen: number | null;
  readonly hovered: number | null;
  /** While it moves, a crowded picture shows only its strongest lines. */
  readonly isMoving: boolean;
  readonly width: number;
  readonly height: number;
  /** Colours by the name of their token. */
  readonly colour: (token: string) => string;
  /** Widths of labels that were measured. */
  readonly widths: Map<string, number>;
  /** Shapes that were made. */
  readonly paths: Map<string, Path2D>;
}

const MOST_LABELS = 40;
const GROUPS_FROM_ZOOM = 2.4;
/** Lines of a crowded picture that are drawn while it moves. */
const MOVING_LINES = 900;

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

interface Places {
  readonly at: readonly (readonly [number, number])[];
  readonly showsGroups: boolean;
}

function drawLinks(context: CanvasRenderingContext2D, view: NetworkView, { at, showsGroups }: Places): void {
  const { scene, lit, hasSelection } = view;
  const batches = new Map<string, { line: Path2D; heads: Path2D; colour: string; width: number; alpha: number }>();
  const hasHeads = !scene.isCrowded || view.camera.zoom >= GROUPS_FROM_ZOOM;
  let drawn = 0;
  scene.links.forEach(({ from, to, total, isBothWays }, i) => {
    if (view.isMoving && scene.isCrowded && drawn++ >= MOVING_LINES) return;
    const [a, b] = [scene.nodes[from]!, scene.nodes[to]!];
    if (!showsGroups && (a.isGroup || b.isGroup)) return;
    const isLit = lit[i]! > 0;
    const width = Math.min(6, Math.round(Math.log2(1 + (isLit ? lit[i]! : total))) + 1) * (scene.isCrowded ? 0.35 : 1);
    const faint = scene.isCrowded ? 0.28 : a.isGroup || b.isGroup ? 0.34 : 0.66;
    const alpha = !hasSelection ? faint : isLit ? 0.9 : 0.08;
    const key = `${alpha}|${a.kind}|${width}`;
    const batch = batches.get(key) ?? {
      line: new Path2D(),
      heads: new Path2D(),
      colour: view.colour(`role-${a.kind}`),
      width,
      alpha,
    };
    batches.set(key, batch);
    trace(batch, {
      start: at[from]!,
      end: at[to]!,
      radius: b.radius,
      width,
      bend: isBothWays ? 0.13 : 0,
      hasHead: hasHeads,
    });
  });
  for (const { line, heads, colour, width, alpha } of [...batches.values()].sort((a, b) => a.alpha - b.alpha)) {
    context.globalAlpha = alpha;
    context.strokeStyle = colour;
    context.fillStyle = colour;
    context.lineWidth = width;
    context.stroke(line);
    if (hasHeads) context.fill(heads);
  }
  context.globalAlpha = 1;
}

interface Stroke {
  readonly start: readonly [number, number];
  readonly end: readonly [number, number];
  readonly radius: number;
  readonly width: number;
  readonly bend: number;
  readonly hasHead: boolean;
}

function trace(
  { line, heads }: { readonly line: Path2D; readonly heads: Path2D },
  { start, end, radius, width, bend, hasHead }: Stroke,
): void {
  const [x0, y0] = start;
  const [x1, y1] = end;
  const [cx, cy] = [(x0 + x1) / 2 + (y1 - y0) * bend, (y0 + y1) / 2 - (x1 - x0) * bend];
  line.moveTo(x0, y0);
  if (bend === 0) line.lineTo(x1, y1);
  else line.quadraticCurveTo(cx, cy, x1, y1);
  if (!hasHead) return;
  const length = Math.max(1e-6, Math.hypot(x1 - cx, y1 - cy));
  const [ux, uy] = [(x1 - cx) / length, (y1 - cy) / length];
  const size = 5 + width * 0.9;
  const [tx, ty] = [x1 - ux * (radius + 2), y1 - uy * (radius + 2)];
  heads.moveTo(tx, ty);
  heads.lineTo(tx - ux * size * 1.5 - uy * size * 0.6, ty - uy * size * 1.5 + ux * size * 0.6);
  heads.lineTo(tx - ux * size * 1.5 + uy * size * 0.6, ty - uy * size * 1.5 - ux * size * 0.6);
  heads.closePath();
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

interface LabelPlaces {
  readonly at: readonly (readonly [number, number])[];
  readonly bright: Uint8Array;
  readonly grow: number;
}

/** Labels, largest account first, where they cover no node and no other label. */
function drawLabels(context: CanvasRenderingContext2D, view: NetworkView, { at, bright, grow }: LabelPlaces): void {
  const { scene, width, height, widths } = view;
  const inside = (i: number): boolean => at[i]![0] > 0 && at[i]![0] < width && at[i]![1] > 0 && at[i]![1] < height;
  const named = scene.nodes.map((_, i) => i).filter((i) => !scene.nodes[i]!.isGroup && bright[i] === 1 && inside(i));
  named.sort(
    (a, b) =>
      (b === view.chosen ? 1 : 0) - (a === view.chosen ? 1 : 0) || scene.nodes[b]!.radius - scene.nodes[a]!.radius,
  );
  const taken: Box[] = scene.nodes.flatMap(({ isGroup, radius }, i) => {
    const [x, y] = at[i]!;
    const r = radius * grow * 0.8;
    return (isGroup && scene.isCrowded) || (scene.isCrowded && radius < 5)
      ? []
      : [{ x: x - r, y: y - r, width: 2 * r, height: 2 * r }];
  });
  context.font = '12px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.lineJoin = 'round';
  for (const i of named.slice(0, MOST_LABELS * 2)) {
    const text = shown(scene.nodes[i]!.label.slice(0, 40));
    const size = widths.get(text) ?? context.measureText(text).width;
    widths.set(text, size);
    const [x, y] = at[i]!;
    const spot = freeSpot(
      { x, y, radius: scene.nodes[i]!.radius * grow + 1, width: size, limit: width, prefersUnder: true },
      taken,
    );
    if (spot === null) continue;
    context.strokeStyle = view.colour('panel');
    context.lineWidth = 3;
    context.strokeText(text, spot.x, spot.y + 11);
    context.fillStyle = view.colour('ink');
    context.fillText(text, spot.x, spot.y + 11);
  }
}
