const WIDTH = 1000;
const HEIGHT = 620;
const PASSES = 80;
/** Two nodes with their labels need this much; less where the frame has no room. */
const APART = 62;

/** Turns points about their centre so that they spread most along the horizontal (the first principal axis). */
export function turnLevel(xs: Float64Array, ys: Float64Array): void {
  const cx = mean(xs);
  const cy = mean(ys);
  let [xx, yy, xy] = [0, 0, 0];
  xs.forEach((x, i) => {
    xx += (x - cx) ** 2;
    yy += (ys[i]! - cy) ** 2;
    xy += (x - cx) * (ys[i]! - cy);
  });
  const angle = 0.5 * Math.atan2(2 * xy, xx - yy);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  xs.forEach((x, i) => {
    const [dx, dy] = [x - cx, ys[i]! - cy];
    xs[i] = dx * cos + dy * sin;
    ys[i] = dy * cos - dx * sin;
  });
}

/** Stretches points to the frame; what has no extent goes to the middle. */
export function fitToFrame(xs: Float64Array, ys: Float64Array): void {
  stretch(xs, WIDTH);
  stretch(ys, HEIGHT);
}

/** Pushes points that are nearer than they should be apart, a little in each pass. O(passes x points^2). */
export function keepApart(xs: Float64Array, ys: Float64Array): void {
  const least = Math.min(APART, Math.sqrt((0.55 * WIDTH * HEIGHT) / Math.max(1, xs.length)));
  for (let pass = 0; pass < PASSES; pass++) {
    for (let i = 0; i < xs.length; i++) {
      for (let j = i + 1; j < xs.length; j++) pushApart(xs, ys, [i, j, least]);
    }
  }
}

function pushApart(xs: Float64Array, ys: Float64Array, [i, j, least]: readonly [number, number, number]): void {
  let dx = xs[j]! - xs[i]!;
  const dy = ys[j]! - ys[i]!;
  if (dx === 0 && dy === 0) dx = 0.01 * (j - i);
  const distance = Math.hypot(dx, dy);
  if (distance >= least) return;
  const step = (least - distance) / distance / 4;
  xs[i] = xs[i]! - dx * step;
  ys[i] = ys[i]! - dy * step;
  xs[j] = xs[j]! + dx * step;
  ys[j] = ys[j]! + dy * step;
}

function stretch(values: Float64Array, to: number): void {
  const low = values.reduce((a, b) => Math.min(a, b), Infinity);
  const high = values.reduce((a, b) => Math.max(a, b), -Infinity);
  values.forEach((value, i) => {
    values[i] = high - low < 1e-9 ? to / 2 : ((value - low) / (high - low)) * to;
  });
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
