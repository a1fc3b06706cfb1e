import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { buildTemporalGraph, type TemporalGraph } from '../../src/graph/index.js';
import { type Ledger, LedgerBuilder } from '../../src/ledger/index.js';
import { scaleFreeLedger } from './scale-free-ledger.js';

const SPACE = 0x20;
const NEWLINE = 0x0a;
const DOT = 0x2e;
const ZERO = 0x30;

/** Where the reference graph is kept; see {@link hasG1M}. */
function g1mPath(): string {
  return `${process.env['ILLICIT_FLOWS_DATA'] ?? '../shared/data'}/bench/g1m.txt.gz`;
}

/** Whether the published reference graph is here, or {@link loadG1M} stands in for it. */
export function hasG1M(): boolean {
  return existsSync(g1mPath());
}

/** How figures on this graph are labelled: `G1M`, or the seeded graph of the same shape. */
export function g1mName(): string {
  return hasG1M() ? 'G1M' : 'seeded 1m';
}

/**
 * The reference graph "G1M": 990,562 transfers among 100,000 accounts over 30 days, whole seconds, amounts with two
 * decimals. Where its file is absent: a seeded graph of the same shape, whose counts differ.
 */
export function loadG1M(): TemporalGraph {
  return buildTemporalGraph(hasG1M() ? parseEdges(gunzipSync(readFileSync(g1mPath()))) : scaleFreeLedger(1_000_000));
}

/** Lines `payer beneficiary seconds amount`, the amount with one or two decimals. */
function parseEdges(bytes: Uint8Array): Ledger {
  const builder = new LedgerBuilder();
  const file = builder.addSource({ name: 'g1m.txt', sha256: '' });
  const currency = builder.currencies.intern('EUR');
  const accountOf: number[] = [];
  const internAccount = (name: number): number => (accountOf[name] ??= builder.accounts.intern('', String(name)));
  const fields = new Float64Array(4);
  let field = 0;
  let mark = 0;
  let line = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === SPACE) field++;
    else if (byte === DOT) mark = at;
    else if (byte !== NEWLINE) fields[field] = fields[field]! * 10 + byte - ZERO;
    else {
      const [payer, beneficiary] = [internAccount(fields[0]!), internAccount(fields[1]!)];
      builder.appendRow(payer, beneficiary, 1000 * fields[2]!, 4, fields[3]!, at - mark - 1, currency, 2, file, ++line);
      fields.fill(0);
      field = 0;
    }
  }
  return builder.finish().ledger;
}
