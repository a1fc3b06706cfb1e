import { InputError } from '../foundation/index.js';

/** How much a packed file may hold. */
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

/** @throws InputError `unpacked-too-large` where this many bytes are more than the limits allow */
export function refuseTooMuch(
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
