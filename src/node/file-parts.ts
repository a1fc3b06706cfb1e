import { closeSync, openSync, readSync } from 'node:fs';
import { type FileParts } from '../ingest/index.js';
import { fileBytes, orUnreadableSync } from './file-bytes.js';
import { type Crew } from './work-crew.js';

const LF = 10;
/** A line feed is looked for in this many bytes; where there is none, no part begins. */
const SEARCHED_BYTES = 1 << 16;
/** What this thread reads, roughly, until a helper has started and its code is warm. */
const HEAD_START_BYTES = 10 << 20;
/** No more than this share of a file is taken for a head start. */
const MAX_HEAD_START = 1 / 8;

/**
 * Cuts a file of `byteSize` bytes into stretches, one for this thread and one for each of `helpers` of a crew, such that all
 * are done at about the same time: equal ones, but for the head start of this thread. Undefined if there are no helpers,
 * or no line feed where a stretch could begin.
 */
export function fileParts(path: string, byteSize: number, helpers: number, crew: Crew): FileParts | undefined {
  const headStart = Math.min(HEAD_START_BYTES, MAX_HEAD_START * byteSize);
  const size = (byteSize - headStart) / (helpers + 1);
  const positions = Array.from({ length: helpers }, (_, i) => Math.floor(headStart + (i + 1) * size));
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
  return orUnreadableSync(path, () => lineStartsOf(path, positions));
}

function lineStartsOf(path: string, positions: readonly number[]): number[] {
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
