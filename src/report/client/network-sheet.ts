import { type Camera } from './camera.js';
import { h } from './dom.js';
import { drawBackdrop, drawLit, drawNetwork } from './network-draw.js';
import { litCounts, type Scene } from './network-scene.js';
import { growth, type NetworkView, type NodeShape } from './network-view.js';
import { type PreparedLead, selectedRows } from '../pictures/prepare.js';
import { tokenReader } from './scheme.js';
import { type Store } from './store.js';

/** After this long without a change the whole picture is drawn again. */
const REST_MS = 120;
/** Drawn beyond the window on each side, as a share of it. */
const MARGIN = 0.25;

/** `whole`: everything; `strongest`: less while it zooms; `lit`: what a changing selection lights. */
type Detail = 'whole' | 'strongest' | 'lit';

export interface SheetOf {
  /** The window on the picture: what is clicked, focused and read out. */
  readonly surface: HTMLElement;
  readonly prepared: PreparedLead;
  readonly scene: Scene;
  readonly camera: Camera;
  readonly store: Store;
}

/** The picture of the network: larger than its window, so that to move it is to shift it; drawn again when it rests. */
export class NetworkSheet {
  readonly #of: SheetOf;
  readonly #canvas = h('canvas', { 'aria-hidden': 'true' });
  readonly #ring = h('div', { class: 'pointed-at', hidden: true });
  readonly #backdrop = h('canvas');
  readonly #kept = { widths: new Map<string, number>(), shapes: new Map<string, NodeShape[]>() };
  readonly #size = { width: 0, height: 0, marginX: 0, marginY: 0 };
  readonly #shift = { x: 0, y: 0 };
  #colour = tokenReader();
  #next: Detail | null = null;
  #frame = 0;
  #rest = 0;
  #hasBackdrop = false;

  constructor(of: SheetOf) {
    this.#of = of;
    of.surface.append(this.#canvas, this.#ring);
  }

  /** Reads the size of the window and the colours, and draws. */
  fit(): void {
    const { clientWidth: width, clientHeight: height } = this.#of.surface;
    if (width === 0) return;
    const [marginX, marginY] = [Math.round(width * MARGIN), Math.round(height * MARGIN)];
    Object.assign(this.#size, { width, height, marginX, marginY });
    this.#of.camera.resize(width, height);
    this.#colour = tokenReader();
    const { style } = this.#canvas;
    Object.assign(style, { left: `${-marginX}px`, top: `${-marginY}px` });
    Object.assign(style, { width: `${width + 2 * marginX}px`, height: `${height + 2 * marginY}px` });
    this.#of.surface.style.setProperty('--shape', `${width} / ${height}`);
    this.#hasBackdrop = false;
    this.#paint('whole');
  }

  /** The camera was panned by this much: shifts what is drawn as long as it reaches. */
  panned(dx: number, dy: number): void {
    this.#shift.x += dx;
    this.#shift.y += dy;
    const { marginX, marginY } = this.#size;
    const reaches = Math.abs(this.#shift.x) <= marginX && Math.abs(this.#shift.y) <= marginY;
    this.#hasBackdrop = false;
    this.#ask(reaches ? this.#next : 'strongest');
  }

  zoomed(): void {
    this.#hasBackdrop = false;
    this.#ask('strongest');
  }

  selected(): void {
    this.#ask('lit');
  }

  /** Rings the node under the pointer. */
  hover(node: number | null): void {
    this.#ring.hidden = node === null;
    if (node === null) return;
    const { scene, camera } = this.#of;
    const [x, y] = camera.placesOf([scene.nodes[node]!]);
    const radius = scene.nodes[node]!.radius * growth(this.#of) + 6;
    const { style } = this.#ring;
    style.width = style.height = `${2 * radius}px`;
    style.transform = `translate(${x! - radius}px,${y! - radius}px)`;
  }

  /** Draws with the next frame, null: shifts; and everything when nothing has changed for a while. */
  #ask(detail: Detail | null): void {
    this.#soon(detail);
    clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => {
      this.#soon('whole');
    }, REST_MS);
  }

  #soon(detail: Detail | null): void {
    this.#next = detail;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      if (this.#next === null) this.#canvas.style.transform = `translate(${this.#shift.x}px,${this.#shift.y}px)`;
      else this.#paint(this.#next);
    });
  }

  #paint(wanted: Detail): void {
    const context = this.#canvas.getContext('2d');
    const { width, height, marginX, marginY } = this.#size;
    if (context === null || width === 0) return;
    const ratio = window.devicePixelRatio || 1;
    resize(this.#canvas, (width + 2 * marginX) * ratio, (height + 2 * marginY) * ratio);
    context.setTransform(ratio, 0, 0, ratio, marginX * ratio, marginY * ratio);
    const view = this.#view(ratio, wanted);
    if (wanted !== 'lit' || !view.scene.isCrowded || !view.hasSelection) drawNetwork(context, view);
    else drawLit(context, { ...view, marginX: 0, marginY: 0 }, this.#backdropOf(view));
    this.#canvas.style.transform = '';
    Object.assign(this.#shift, { x: 0, y: 0 });
    this.#next = null;
  }

  #view(ratio: number, detail: Detail): NetworkView {
    const { surface, prepared, scene, camera, store } = this.#of;
    const rows = selectedRows(prepared, store.selection);
    surface.dataset['transfers'] = String(rows.length);
    const { account } = store.selection;
    return {
      scene,
      camera,
      lit: litCounts(scene, rows),
      hasSelection: rows.length < prepared.count,
      chosen: account === null ? null : (scene.nodeOf.get(account) ?? null),
      isMoving: detail !== 'whole',
      ...this.#size,
      ratio,
      colour: this.#colour,
      ...this.#kept,
    };
  }

  /** Kept while the selection changes and the camera does not. */
  #backdropOf(view: NetworkView): HTMLCanvasElement {
    const context = this.#backdrop.getContext('2d');
    if (this.#hasBackdrop || context === null) return this.#backdrop;
    resize(this.#backdrop, view.width * view.ratio, view.height * view.ratio);
    context.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
    drawBackdrop(context, { ...view, marginX: 0, marginY: 0 });
    this.#hasBackdrop = true;
    return this.#backdrop;
  }
}

function resize(canvas: HTMLCanvasElement, width: number, height: number): void {
  const [w, h_] = [Math.round(width), Math.round(height)];
  if (canvas.width !== w) canvas.width = w;
  if (canvas.height !== h_) canvas.height = h_;
}
