import { InputError } from '../foundation/index.js';
import { loadOptional } from './optional-packages.js';

/**
 * Unpacks zstd with the package fzstd.
 * @throws InputError `package-missing`, `zstd-unreadable` if the file is cut short or spoilt
 */
export async function* readZstd(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const { Decompress } = await loadOptional(() => import('fzstd'), 'fzstd', `read ${name}`);
  const ready: Uint8Array[] = [];
  const stream = new Decompress((piece) => ready.push(piece));
  const push = (chunk: Uint8Array, isLast: boolean): void => {
    try {
      stream.push(chunk, isLast);
    } catch (cause) {
      throw new InputError('zstd-unreadable', `Expected ${name} to be a whole zstd file but unpacking failed`, {
        cause,
      });
    }
  };
  for await (const chunk of chunks) {
    // Small steps: what one of them unpacks to stays small as well.
    for (let at = 0; at < chunk.length; at += STEP_BYTES) {
      push(chunk.slice(at, at + STEP_BYTES), false);
      yield* ready.splice(0);
    }
  }
  push(new Uint8Array(0), true);
  yield* ready.splice(0);
}

const STEP_BYTES = 4096;
