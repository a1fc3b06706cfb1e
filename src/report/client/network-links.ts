import { GROUPS_FROM_ZOOM, type NetworkView } from './network-view.js';

/** Lines of a crowded picture that are drawn while it moves. */
const MOVING_LINES = 900;

interface Places {
  readonly at: readonly (readonly [number, number])[];
  readonly showsGroups: boolean;
}

/** Draws the lines, batched by colour and width, the faint ones first. O(links). */
export function drawLinks(context: CanvasRenderingContext2D, view: NetworkView, { at, showsGroups }: Places): void {
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
