import { InputError } from '../foundation/index.js';
import { loadOptional } from './optional-packages.js';

/**
 * Unpacks zstd with the package fzstd.
 *
 * @param maxBytes unpacked bytes allowed
 * @throws InputError `package-missing`, `zstd-unreadable` if the file is cut short or spoilt, `unpacked-too-large`
 */
export async function* readZstd(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  maxBytes: number,
): AsyncGenerator<Uint8Array> {
  const { Decompress } = await loadOptional(() => import('fzstd'), 'fzstd', name);
  const ready: Uint8Array[] = [];
  const stream = new Decompress((piece) => ready.push(piece));
  let total = 0;
  const push = (chunk: Uint8Array, isLast: boolean): void => {
    try {
      stream.push(chunk, isLast);
    } catch (cause) {
      throw new InputError('zstd-unreadable', `Expected ${name} to be a whole zstd file but unpacking failed`, {
        cause,
      });
    }
  };
  const take = function* (): Generator<Uint8Array> {
    for (const piece of ready.splice(0)) {
      total += piece.length;
      if (total > maxBytes) {
        throw new InputError('unpacked-too-large', `Expected ${name} to unpack to at most ${maxBytes} bytes`);
      }
      yield piece;
    }
  };
  for await (const chunk of chunks) {
    // Small steps: what one of them unpacks to stays small as well.
    for (let at = 0; at < chunk.length; at += STEP_BYTES) {
      push(chunk.slice(at, at + STEP_BYTES), false);
      yield* take();
    }
  }
  push(new Uint8Array(0), true);
  yield* take();
}

const STEP_BYTES = 4096;
