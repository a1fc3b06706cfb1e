import { BlankRecords } from './blank-records.js';
import { PapaRecords } from './papa-records.js';
import { type RecordSink } from './record-sink.js';

/** A record of the sample. Those refused by the tokeniser have no cells. */
export interface SampleRecord {
  readonly cells: readonly string[];
  readonly raw: string;
}

/** The first records of decoded text, by the same tokenisers that read the file. */
export function sampleRecords(text: string, delimiter: string, count: number): SampleRecord[] {
  const records: SampleRecord[] = [];
  const sink: RecordSink = {
    accept: (cells, _line, raw) => records.push({ cells, raw }),
    refuse: (_line, raw) => records.push({ cells: [], raw }),
  };
  const reader = delimiter === 'blank' ? new BlankRecords(sink) : new PapaRecords(delimiter, sink);
  reader.push(text);
  reader.end();
  return records.slice(0, count);
}
