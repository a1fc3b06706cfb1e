import { shortened } from '../words/shortened.js';
import { type Box, freeSpot } from '../pictures/free-spot.js';
import { type NodePlaces } from './network-nodes.js';
import { growth, type NetworkView } from './network-view.js';

const MOST_LABELS = 40;
/** Longer names lose letters from their middle, and show that they do. */
const MOST_LETTERS = 24;

/** Labels, largest account first, where they cover no node and no other label. */
export function drawLabels(context: CanvasRenderingContext2D, view: NetworkView, { at, bright }: NodePlaces): void {
  const { scene, width, height, widths } = view;
  const grow = growth(view);
  const inside = (i: number): boolean =>
    at[2 * i]! > 0 && at[2 * i]! < width && at[2 * i + 1]! > 0 && at[2 * i + 1]! < height;
  const named: number[] = [];
  const taken: Box[] = [];
  scene.nodes.forEach(({ isGroup, radius }, i) => {
    if (!isGroup && bright[i] === 1 && inside(i)) named.push(i);
    if (scene.isCrowded && (isGroup || radius < 5)) return;
    const r = radius * grow * 0.8;
    taken.push({ x: at[2 * i]! - r, y: at[2 * i + 1]! - r, width: 2 * r, height: 2 * r });
  });
  named.sort(
    (a, b) =>
      (b === view.chosen ? 1 : 0) - (a === view.chosen ? 1 : 0) || scene.nodes[b]!.radius - scene.nodes[a]!.radius,
  );
  context.font = '12px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.lineJoin = 'round';
  for (const i of named.slice(0, MOST_LABELS * 2)) {
    const text = shortened(scene.nodes[i]!.label, MOST_LETTERS);
    const size = widths.get(text) ?? context.measureText(text).width;
    widths.set(text, size);
    const spot = freeSpot(
      {
        x: at[2 * i]!,
        y: at[2 * i + 1]!,
        radius: scene.nodes[i]!.radius * grow + 1,
        width: size,
        limit: width,
        prefersUnder: true,
      },
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
