import { InputError } from '../foundation/index.js';
import { refuseTooMuch, UNPACKED_LIMITS, type UnpackedLimits } from './unpacked-limits.js';

/** Whether bytes begin as a gzip file does. */
export function isGzip(head: Uint8Array): boolean {
  return head.length >= 2 && head[0] === 0x1f && head[1] === 0x8b;
}

/**
 * Unpacks gzip with the platform's own stream.
 * @throws InputError `unpacked-too-large` if it holds more than the limits allow; `gzip-unreadable` if the file is cut short or spoilt; errors of the source pass through
 */
export async function* gunzip(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  limits: UnpackedLimits = UNPACKED_LIMITS,
): AsyncGenerator<Uint8Array> {
  const stream = new DecompressionStream('gzip');
  const writer = stream.writable.getWriter();
  let sourceError: Error | undefined;
  let storedBytes = 0;
  let unpackedBytes = 0;
  const feed = async (): Promise<void> => {
    try {
      for await (const chunk of chunks) {
        storedBytes += chunk.length;
        // What goes wrong in the unpacking itself comes out at the reading end.
        const written = await writer.write(new Uint8Array(chunk)).then(
          () => true,
          () => false,
        );
        if (!written) return;
      }
      await writer.close().catch(() => undefined);
    } catch (error) {
      sourceError = error instanceof Error ? error : new Error(String(error));
      await writer.abort(error).catch(() => undefined);
    }
  };
  const reader = stream.readable.getReader();
  const fed = feed();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      unpackedBytes += value.length;
      refuseTooMuch(name, storedBytes, unpackedBytes, limits);
      yield value;
    }
  } catch (error) {
    if (sourceError !== undefined) throw sourceError;
    if (error instanceof InputError) throw error;
    throw new InputError('gzip-unreadable', `Expected ${name} to be a whole gzip file but unpacking failed`, {
      cause: error,
    });
  } finally {
    await reader.cancel().catch(() => undefined);
    await fed;
  }
}
