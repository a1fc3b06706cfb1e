import { type SceneLink } from './network-scene.js';
import { isInSight, type NetworkView, type Places, showsGroups } from './network-view.js';

/** Lines of a crowded picture that are drawn while it changes. */
const MOVING_LINES = 900;
/**
 * Wide lines in one path. To fill the outline of a path without a graphics card takes time that grows with how often its lines
 * cross, while lines of a pixel and less are drawn one by one anyway: those go into one path however many they are.
 */
const WIDE_LINES = 4;

interface LinkPlaces {
  readonly at: Places;
  /** Whether only what the selection lights is drawn. */
  readonly isLitOnly: boolean;
}

interface Batch {
  readonly lines: Path2D[];
  readonly heads: Path2D;
  readonly colour: string;
  readonly width: number;
  readonly alpha: number;
  count: number;
}

/** Draws the lines, batched by colour and width, the faint ones first. O(links). */
export function drawLinks(context: CanvasRenderingContext2D, view: NetworkView, { at, isLitOnly }: LinkPlaces): void {
  const { scene, lit } = view;
  const batches = new Map<string, Map<number, Batch>>();
  const hasGroups = showsGroups(view);
  let drawn = 0;
  scene.links.forEach((link, i) => {
    const [a, b] = [scene.nodes[link.from]!, scene.nodes[link.to]!];
    const isToGroup = a.isGroup || b.isGroup;
    if ((isLitOnly && lit[i] === 0) || (isToGroup && !hasGroups)) return;
    if (view.isMoving && scene.isCrowded && drawn++ >= MOVING_LINES) return;
    const stroke = strokeOf(link, at, b.radius);
    if (!isInSight(view, extentOf(stroke))) return;
    const batch = batchOf(batches, view, { link, i, isToGroup });
    if (batch.count++ % (batch.width * view.ratio > 1 ? WIDE_LINES : Infinity) === 0) batch.lines.push(new Path2D());
    trace(batch, stroke, hasGroups);
  });
  const all = [...batches.values()].flatMap((own) => [...own.values()]);
  for (const { lines, heads, colour, width, alpha } of all.sort((a, b) => a.alpha - b.alpha)) {
    context.globalAlpha = alpha;
    context.strokeStyle = colour;
    context.fillStyle = colour;
    context.lineWidth = width;
    for (const line of lines) context.stroke(line);
    if (hasGroups) context.fill(heads);
  }
  context.globalAlpha = 1;
}

/** The batch of a link: by the colour of its source, by its width, and by how bright it is. */
function batchOf(
  batches: Map<string, Map<number, Batch>>,
  { scene, lit, hasSelection, colour }: NetworkView,
  { link, i, isToGroup }: { readonly link: SceneLink; readonly i: number; readonly isToGroup: boolean },
): Batch {
  const { kind } = scene.nodes[link.from]!;
  const steps = Math.min(6, Math.round(Math.log2(1 + (lit[i]! > 0 ? lit[i]! : link.total))) + 1);
  const faint = scene.isCrowded ? 0.28 : isToGroup ? 0.34 : 0.66;
  const alpha = !hasSelection ? faint : lit[i]! > 0 ? 0.9 : 0.08;
  const ofKind = batches.get(kind) ?? new Map<number, Batch>();
  batches.set(kind, ofKind);
  const key = steps + alpha;
  const known = ofKind.get(key);
  if (known !== undefined) return known;
  // A third: a line of two transfers is no wider than a pixel.
  const width = scene.isCrowded ? steps * 0.33 : steps;
  const batch = { lines: [], heads: new Path2D(), colour: colour(`role-${kind}`), width, alpha, count: 0 };
  ofKind.set(key, batch);
  return batch;
}

interface Stroke {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  /** Where its bend is pulled to; on the line itself where it is straight. */
  readonly cx: number;
  readonly cy: number;
  readonly isStraight: boolean;
  /** Of the node that it leads to. */
  readonly radius: number;
}

function strokeOf({ from, to, isBothWays }: SceneLink, at: Places, radius: number): Stroke {
  const [x0, y0, x1, y1] = [at[2 * from]!, at[2 * from + 1]!, at[2 * to]!, at[2 * to + 1]!];
  const bend = isBothWays ? 0.13 : 0;
  const [cx, cy] = [(x0 + x1) / 2 + (y1 - y0) * bend, (y0 + y1) / 2 - (x1 - x0) * bend];
  return { x0, y0, x1, y1, cx, cy, isStraight: !isBothWays, radius };
}

function extentOf({ x0, y0, x1, y1, cx, cy }: Stroke): readonly [number, number, number, number] {
  return [Math.min(x0, x1, cx), Math.min(y0, y1, cy), Math.max(x0, x1, cx), Math.max(y0, y1, cy)];
}

function trace(
  { lines, heads, width }: Batch,
  { x0, y0, x1, y1, cx, cy, isStraight, radius }: Stroke,
  hasHead: boolean,
): void {
  const line = lines.at(-1)!;
  line.moveTo(x0, y0);
  if (isStraight) line.lineTo(x1, y1);
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
