import { showInvisible } from '../export/index.js';
import { type Progress, type ProgressListener } from '../foundation/index.js';
import { type ErrorOutput, errorOutput } from './error-output.js';

/** Milliseconds between two drawings of the line. */
const REDRAW_MS = 200;

/**
 * A progress line on stderr with rate and time left; silent unless stderr is a terminal, so that logs stay clean.
 * Call `clear` before printing anything else.
 */
export function createProgressLine(stream: ErrorOutput = errorOutput()): {
  readonly listener: ProgressListener | undefined;
  readonly clear: () => void;
} {
  if (stream.isTTY !== true) return { listener: undefined, clear: () => undefined };
  let stage = '';
  let startedMs = 0;
  let drawnMs = 0;
  const listener: ProgressListener = (progress) => {
    const now = Date.now();
    if (progress.stage !== stage) {
      stage = progress.stage;
      startedMs = now;
      drawnMs = 0;
    }
    if (now - drawnMs < REDRAW_MS) return;
    drawnMs = now;
    stream.write(`\r\u001b[K${describeProgress(progress, now - startedMs)}`);
  };
  return { listener, clear: () => stream.write('\r\u001b[K') };
}

/** `reading bank.csv: 1,200,000 of 5,000,000 bytes, 820,000 bytes/s, 5 s left` */
export function describeProgress({ stage, done, total, unit }: Progress, elapsedMs: number): string {
  const count = new Intl.NumberFormat('en');
  const rate = elapsedMs > 0 ? done / (elapsedMs / 1000) : 0;
  const parts = [
    total === undefined ? `${count.format(done)} ${unit}` : `${count.format(done)} of ${count.format(total)} ${unit}`,
  ];
  if (rate > 0) parts.push(`${count.format(Math.round(rate))} ${unit}/s`);
  if (rate > 0 && total !== undefined) parts.push(`${Math.ceil((total - done) / rate)} s left`);
  return `${showInvisible(stage).replaceAll(/[\r\n]/gu, ' ')}: ${parts.join(', ')}`;
}
