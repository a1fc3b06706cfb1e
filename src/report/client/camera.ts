const PAD_X = 74;
const PAD_Y = 40;
const FRAME = { width: 1000, height: 620 };
const MOST = 24;

/** Where the frame of a layout stands on a canvas; narrow canvases turn it by a right angle. */
export class Camera {
  zoom = 1;
  #dx = 0;
  #dy = 0;
  #width = 1;
  #height = 1;

  resize(width: number, height: number): void {
    this.#width = width;
    this.#height = height;
  }

  reset(): void {
    this.zoom = 1;
    this.#dx = 0;
    this.#dy = 0;
  }

  pan(dx: number, dy: number): void {
    this.#dx += dx;
    this.#dy += dy;
  }

  /** Zooms about a point of the canvas, which stays where it is. */
  zoomAt(factor: number, x = this.#width / 2, y = this.#height / 2): void {
    const next = Math.min(MOST, Math.max(1, this.zoom * factor));
    const by = next / this.zoom;
    this.#dx = x - this.#width / 2 - (x - this.#width / 2 - this.#dx) * by;
    this.#dy = y - this.#height / 2 - (y - this.#height / 2 - this.#dy) * by;
    this.zoom = next;
    if (next === 1) this.reset();
  }

  toCanvas({ x, y }: { readonly x: number; readonly y: number }): readonly [number, number] {
    const isUpright = this.#width < 520;
    const [u, v] = isUpright ? [y / FRAME.height, x / FRAME.width] : [x / FRAME.width, y / FRAME.height];
    const padX = Math.min(PAD_X, this.#width / 7);
    const base = [(u - 0.5) * (this.#width - 2 * padX), (v - 0.5) * (this.#height - 2 * PAD_Y)] as const;
    return [this.#width / 2 + base[0] * this.zoom + this.#dx, this.#height / 2 + base[1] * this.zoom + this.#dy];
  }
}
