import { type Camera } from './camera.js';
import { type Scene } from './network-scene.js';
import { type NetworkSheet } from './network-sheet.js';
import { showsGroups } from './network-view.js';
import { type Store } from './store.js';

export interface NetworkInput {
  readonly surface: HTMLElement;
  readonly scene: Scene;
  readonly camera: Camera;
  readonly store: Store;
  readonly sheet: NetworkSheet;
}

const REACH = 8;

/** Mouse, fingers and keys of the network. The page scrolls under a plain wheel. */
export function attachNetworkInput(input: NetworkInput): void {
  const { surface, camera, store, sheet } = input;
  let hovered: number | null = null;
  const hover = (node: number | null): void => {
    if (node === hovered) return;
    hovered = node;
    surface.classList.toggle('over', node !== null);
    sheet.hover(node);
  };
  const fingers = new Map<number, { x: number; y: number }>();
  let travelled = 0;
  surface.addEventListener('pointerdown', (event) => {
    fingers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
    if (event.pointerType === 'mouse') surface.setPointerCapture(event.pointerId);
    travelled = 0;
  });
  surface.addEventListener('pointermove', (event) => {
    const last = fingers.get(event.pointerId);
    const next = { x: event.offsetX, y: event.offsetY };
    if (last === undefined) {
      hover(nodeAt(input, next));
      return;
    }
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    hover(null);
    if (other === undefined) {
      camera.pan(next.x - last.x, next.y - last.y);
      sheet.panned(next.x - last.x, next.y - last.y);
    } else {
      camera.zoomAt(
        apart(next, other) / Math.max(1, apart(last, other)),
        (next.x + other.x) / 2,
        (next.y + other.y) / 2,
      );
      sheet.zoomed();
    }
    travelled += apart(last, next);
    fingers.set(event.pointerId, next);
  });
  const lift = (event: PointerEvent): void => {
    fingers.delete(event.pointerId);
  };
  surface.addEventListener('pointerup', (event) => {
    if (fingers.size === 1 && travelled < 5) choose(input, nodeAt(input, { x: event.offsetX, y: event.offsetY }));
    lift(event);
  });
  surface.addEventListener('pointercancel', lift);
  surface.addEventListener('pointerleave', () => {
    hover(null);
  });
  surface.addEventListener('dblclick', (event) => {
    camera.zoomAt(1.8, event.offsetX, event.offsetY);
    sheet.zoomed();
  });
  surface.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && document.activeElement !== surface) return;
      event.preventDefault();
      camera.zoomAt(event.deltaY < 0 ? 1.2 : 1 / 1.2, event.offsetX, event.offsetY);
      sheet.zoomed();
    },
    { passive: false },
  );
  surface.addEventListener('keydown', (event) => {
    if (!onKey(input, event.key)) return;
    event.preventDefault();
    sheet.zoomed();
  });
  function onKey(own: NetworkInput, key: string): boolean {
    if (key === '+' || key === '=') camera.zoomAt(1.5);
    else if (key === '-') camera.zoomAt(1 / 1.5);
    else if (key === '0') camera.reset();
    else if (key === 'Escape') store.set({ account: null });
    else if (key.startsWith('Arrow')) step(own, key);
    else return false;
    return true;
  }
}

function choose({ scene, store }: NetworkInput, node: number | null): void {
  const account = node === null ? null : scene.nodes[node]!.account;
  store.set({ account: account === store.selection.account ? null : account });
}

function apart(a: { x: number; y: number }, b: { x: number; y: number }): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function nodeAt({ scene, camera }: NetworkInput, point: { x: number; y: number }): number | null {
  let found: number | null = null;
  let nearest = Infinity;
  const hasGroups = showsGroups({ scene, camera });
  const at = camera.placesOf(scene.nodes);
  scene.nodes.forEach((node, i) => {
    if (node.isGroup && !hasGroups) return;
    const distance = Math.hypot(at[2 * i]! - point.x, at[2 * i + 1]! - point.y) - node.radius;
    if (distance < REACH && distance < nearest) {
      found = i;
      nearest = distance;
    }
  });
  return found;
}

/** Goes to the nearest account in the direction of an arrow key. */
function step({ scene, camera, store }: NetworkInput, key: string): void {
  const accounts = scene.nodes.filter(({ isGroup }) => !isGroup);
  const at = camera.placesOf(accounts);
  const chosen = accounts.findIndex(({ account }) => account === store.selection.account);
  if (chosen < 0) {
    store.set({ account: accounts[0]?.account ?? null });
    return;
  }
  const [x, y] = [at[2 * chosen]!, at[2 * chosen + 1]!];
  const [ux, uy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key] ?? [0, 0];
  let best = chosen;
  let least = Infinity;
  accounts.forEach((_, i) => {
    const [dx, dy] = [at[2 * i]! - x, at[2 * i + 1]! - y];
    const ahead = dx * ux! + dy * uy!;
    const aside = Math.abs(dx * uy!) + Math.abs(dy * ux!);
    if (ahead <= 1 || ahead + 2 * aside >= least) return;
    least = ahead + 2 * aside;
    best = i;
  });
  store.set({ account: accounts[best]!.account });
}
