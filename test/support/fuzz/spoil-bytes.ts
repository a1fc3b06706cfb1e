import { createRandom, randomInteger } from '../../../src/foundation/index.js';

/** Bytes that mean something in one format or another. */
const TELLING = [0, 9, 10, 13, 34, 38, 44, 45, 58, 59, 60, 62, 91, 92, 93, 123, 125, 128, 255];

/** A file with one to four faults: a bit flipped, bytes put in, cut out or said twice, the end cut off. Same seed, same faults. */
export function spoilBytes(bytes: Uint8Array, seed: number): Uint8Array {
  const random = createRandom(seed);
  let spoilt = bytes;
  for (let faults = 1 + randomInteger(random, 4); faults > 0; faults--) {
    const at = randomInteger(random, spoilt.length + 1);
    const until = Math.min(spoilt.length, at + 1 + randomInteger(random, 40));
    const kind = randomInteger(random, 9);
    if (kind <= 2) {
      spoilt = spoilt.slice();
      if (at < spoilt.length) spoilt[at]! ^= 1 << randomInteger(random, 8);
    } else if (kind <= 4) spoilt = joined(spoilt.subarray(0, at), telling(random, 3), spoilt.subarray(at));
    else if (kind === 5) spoilt = joined(spoilt.subarray(0, at), spoilt.subarray(until));
    else if (kind <= 7) spoilt = joined(spoilt.subarray(0, until), spoilt.subarray(at));
    else spoilt = spoilt.slice(0, at);
  }
  return spoilt;
}

function telling(random: () => number, most: number): Uint8Array {
  const length = 1 + randomInteger(random, most);
  return Uint8Array.from({ length }, () => TELLING[randomInteger(random, TELLING.length)]!);
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
