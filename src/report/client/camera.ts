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

  /** Places of points in the window: x and y of each in turn. */
  placesOf(points: readonly { readonly x: number; readonly y: number }[]): Float64Array {
    const places = new Float64Array(2 * points.length);
    const isUpright = this.#width < 520;
    const alongX = (this.#width - 2 * Math.min(PAD_X, this.#width / 7)) * this.zoom;
    const alongY = (this.#height - 2 * PAD_Y) * this.zoom;
    const [atX, atY] = [this.#width / 2 + this.#dx, this.#height / 2 + this.#dy];
    points.forEach(({ x, y }, i) => {
      places[2 * i] = atX + ((isUpright ? y / FRAME.height : x / FRAME.width) - 0.5) * alongX;
      places[2 * i + 1] = atY + ((isUpright ? x / FRAME.width : y / FRAME.height) - 0.5) * alongY;
    });
    return places;
  }
}
