import { closeSync, openSync, readSync } from 'node:fs';
import { type FileParts } from '../ingest/index.js';
import { fileBytes } from './file-bytes.js';
import { type Crew } from './work-crew.js';

const LF = 10;
/** A line feed is looked for in so many bytes; where there is none, no part begins. */
const SEARCHED_BYTES = 1 << 16;

/**
 * Cuts a file of `byteSize` bytes into equal stretches, one for this thread and one for each of `helpers` of a crew;
 * undefined if there are none, or no line feed where a stretch could begin.
 */
export function fileParts(path: string, byteSize: number, helpers: number, crew: Crew): FileParts | undefined {
  const positions = Array.from({ length: helpers }, (_, i) => Math.floor(((i + 1) / (helpers + 1)) * byteSize));
  const found = lineStarts(path, positions);
  const starts = [...new Set(found)].filter((start) => start < byteSize);
  if (starts.length === 0) return undefined;
  return {
    byteSize,
    starts,
    readParts: (tasks) => tasks.map((task) => crew.run('read-file-part', { path, task })),
    bytesFrom: (start) => fileBytes(path, { range: { start, end: byteSize } }),
  };
}

/** For each position the one behind the next line feed, if it is near. */
function lineStarts(path: string, positions: readonly number[]): number[] {
  const bytes = new Uint8Array(SEARCHED_BYTES);
  const file = openSync(path, 'r');
  try {
    return positions.flatMap((position) => {
      const read = readSync(file, bytes, 0, bytes.length, position);
      const at = bytes.subarray(0, read).indexOf(LF);
      return at < 0 ? [] : [position + at + 1];
    });
  } finally {
    closeSync(file);
  }
}
