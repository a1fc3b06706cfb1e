import { BlankRecords } from './blank-records.js';
import { PapaRecords } from './papa-records.js';
import { RECORD_LIMITS, type RecordSink } from './record-sink.js';

/** A record of the sample. Those refused by the tokeniser have no cells. */
export interface SampleRecord {
  readonly cells: readonly string[];
  readonly raw: string;
}

/** A sample is looked at several times: what spans more lines in it is not worth it. */
const SAMPLE_LIMITS = Object.freeze({ ...RECORD_LIMITS, maxRecordLines: 50 });

/** Characters tokenised at a time, until there are enough records. */
const PIECE = 4096;

/** The first records of decoded text, by the same tokenisers that read the file. */
export function sampleRecords(text: string, delimiter: string, count: number): SampleRecord[] {
  const records: SampleRecord[] = [];
  const sink: RecordSink = {
    accept: (cells, _line, raw) => records.push({ cells, raw }),
    refuse: (_line, raw) => records.push({ cells: [], raw }),
  };
  const reader =
    delimiter === 'blank'
      ? new BlankRecords(sink, SAMPLE_LIMITS)
      : new PapaRecords(delimiter, sink, { limits: SAMPLE_LIMITS, pieceChars: PIECE });
  for (let at = 0; at < text.length && records.length < count; at += PIECE) reader.push(text.slice(at, at + PIECE));
  if (records.length < count) reader.end();
  return records.slice(0, count);
}
