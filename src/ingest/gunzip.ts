import { InputError } from '../foundation/index.js';

/** Whether bytes begin as a gzip file does. */
export function isGzip(head: Uint8Array): boolean {
  return head.length >= 2 && head[0] === 0x1f && head[1] === 0x8b;
}

/** How much a gzip file may hold. */
export interface UnpackedLimits {
  /** Bytes unpacked. */
  readonly maxUnpackedBytes: number;
  /** Bytes unpacked for each byte stored, counted from {@link RATIO_FROM_BYTES} on. */
  readonly maxUnpackedRatio: number;
}

/** Bank files shrink to a tenth, repetitive ones to a fiftieth; nothing but zeros to a thousandth. @see UnpackedLimits */
export const UNPACKED_LIMITS: UnpackedLimits = Object.freeze({ maxUnpackedBytes: 2 ** 35, maxUnpackedRatio: 200 });

/** A smaller file may hold what it likes. */
const RATIO_FROM_BYTES = 1 << 26;

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

function refuseTooMuch(
  name: string,
  storedBytes: number,
  unpackedBytes: number,
  { maxUnpackedBytes, maxUnpackedRatio }: UnpackedLimits,
): void {
  const hasTooMany = unpackedBytes > maxUnpackedBytes;
  const hasBadRatio = unpackedBytes > RATIO_FROM_BYTES && unpackedBytes > maxUnpackedRatio * storedBytes;
  if (!hasTooMany && !hasBadRatio) return;
  const allowed = hasTooMany ? `${maxUnpackedBytes} bytes` : `${maxUnpackedRatio} bytes for each stored one`;
  throw new InputError(
    'unpacked-too-large',
    `Expected ${name} to hold at most ${allowed} when unpacked but it holds more: state how many with --max-unpacked`,
  );
}
