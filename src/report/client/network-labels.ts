import { shown } from '../words/invisible.js';
import { type Box, freeSpot } from '../pictures/free-spot.js';
import { type NetworkView } from './network-view.js';

const MOST_LABELS = 40;

interface LabelPlaces {
  readonly at: readonly (readonly [number, number])[];
  readonly bright: Uint8Array;
  readonly grow: number;
}

/** Labels, largest account first, where they cover no node and no other label. */
export function drawLabels(
  context: CanvasRenderingContext2D,
  view: NetworkView,
  { at, bright, grow }: LabelPlaces,
): void {
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
