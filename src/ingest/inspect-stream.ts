import { sampleBytes } from './byte-sample.js';
import { gunzip, isGzip } from './gunzip.js';
import { type Inspection, inspectSample } from './inspect-sample.js';

/** Bytes looked at. */
const SAMPLE_BYTES = 65_536;

/**
 * {@link inspectSample} of a stream of stored bytes; gzip is unpacked. Reads no further than it needs to.
 * @throws InputError `gzip-unreadable`
 */
export async function inspectStream(bytes: AsyncIterable<Uint8Array>, name: string): Promise<Inspection> {
  const stored = await sampleBytes(bytes, 2);
  const sample = await sampleBytes(isGzip(stored.head) ? gunzip(stored.all, name) : stored.all, SAMPLE_BYTES);
  await sample.close();
  return inspectSample(sample.head, name, { isWhole: sample.isWhole });
}
