import { type Camera } from './camera.js';
import { type Scene } from './network-scene.js';
import { GROUPS_FROM_ZOOM } from './network-view.js';
import { type Store } from './store.js';

export interface NetworkInput {
  readonly canvas: HTMLCanvasElement;
  readonly scene: Scene;
  readonly camera: Camera;
  readonly store: Store;
  readonly redraw: () => void;
  readonly hover: (node: number | null) => void;
}

const REACH = 8;

/** Mouse, fingers and keys of the network. The page scrolls under a plain wheel. */
export function attachNetworkInput(input: NetworkInput): void {
  const { canvas, camera, store, redraw } = input;
  const fingers = new Map<number, { x: number; y: number }>();
  let travelled = 0;
  canvas.addEventListener('pointerdown', (event) => {
    fingers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
    if (event.pointerType === 'mouse') canvas.setPointerCapture(event.pointerId);
    travelled = 0;
  });
  canvas.addEventListener('pointermove', (event) => {
    const last = fingers.get(event.pointerId);
    const next = { x: event.offsetX, y: event.offsetY };
    if (last === undefined) {
      const node = nodeAt(input, next);
      canvas.classList.toggle('over', node !== null);
      input.hover(node);
      return;
    }
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (other === undefined) camera.pan(next.x - last.x, next.y - last.y);
    else
      camera.zoomAt(
        apart(next, other) / Math.max(1, apart(last, other)),
        (next.x + other.x) / 2,
        (next.y + other.y) / 2,
      );
    travelled += apart(last, next);
    fingers.set(event.pointerId, next);
    redraw();
  });
  const lift = (event: PointerEvent): void => {
    fingers.delete(event.pointerId);
  };
  canvas.addEventListener('pointerup', (event) => {
    if (fingers.size === 1 && travelled < 5) choose(input, nodeAt(input, { x: event.offsetX, y: event.offsetY }));
    lift(event);
  });
  canvas.addEventListener('pointercancel', lift);
  canvas.addEventListener('pointerleave', () => {
    input.hover(null);
  });
  canvas.addEventListener('dblclick', (event) => {
    camera.zoomAt(1.8, event.offsetX, event.offsetY);
    redraw();
  });
  canvas.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && document.activeElement !== canvas) return;
      event.preventDefault();
      camera.zoomAt(event.deltaY < 0 ? 1.2 : 1 / 1.2, event.offsetX, event.offsetY);
      redraw();
    },
    { passive: false },
  );
  canvas.addEventListener('keydown', (event) => {
    if (!onKey(input, event.key)) return;
    event.preventDefault();
    redraw();
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
  scene.nodes.forEach((node, i) => {
    if (node.isGroup && scene.isCrowded && camera.zoom < GROUPS_FROM_ZOOM) return;
    const [x, y] = camera.toCanvas(node);
    const distance = Math.hypot(x - point.x, y - point.y) - node.radius;
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
  const { account } = store.selection;
  if (account === null) {
    store.set({ account: 0 });
    return;
  }
  const [x, y] = camera.toCanvas(accounts[account]!);
  const [ux, uy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key] ?? [0, 0];
  let best = account;
  let least = Infinity;
  accounts.forEach((node) => {
    const [nx, ny] = camera.toCanvas(node);
    const ahead = (nx - x) * ux! + (ny - y) * uy!;
    const aside = Math.abs((nx - x) * uy!) + Math.abs((ny - y) * ux!);
    if (ahead <= 1 || ahead + 2 * aside >= least) return;
    least = ahead + 2 * aside;
    best = node.account;
  });
  store.set({ account: best });
}
