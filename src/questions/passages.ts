import { type AskedLead, type EvidenceLine, type Sum } from './asked-case.js';
import { digitsOf, toMinor } from '../foundation/index.js';
import { ExactSums } from './exact-sums.js';

/** A transfer of a lead with an operator on at least one side. */
export interface Passage {
  /** Place in the columns of the lead's transfers. */
  readonly index: number;
  /** Place of an operator; -1: a protected payer; -2: another account. */
  readonly from: number;
  readonly to: number;
  /** `in`: to an operator from anybody else; `inside`: between two operators; `out`: from an operator to anybody else. */
  readonly kind: 'in' | 'inside' | 'out';
  /** Null where the data have no clock times. */
  readonly timeMs: number | null;
  /** Place in the currencies of the lead; -1 without an amount. */
  readonly currency: number;
  /** Of `10^-digits` of its currency; null where the data state no amount. */
  readonly units: bigint | null;
}

/** The transfers of a lead, ready to be asked. */
export interface ReadLead {
  readonly lead: AskedLead;
  /** In the order of the data. */
  readonly passages: readonly Passage[];
  readonly codes: readonly string[];
  readonly digits: readonly number[];
}

/**
 * Reads the columns of a lead's transfers. Left out: an operator's transfers to itself, which move nothing, and transfers
 * between accounts that are not operators, which nobody can be asked about. O(transfers).
 */
export function readLead(lead: AskedLead): ReadLead {
  const { from, to, amount, currency, seconds, start } = lead.transfers;
  const stated = lead.currencies.map((): string[] => []);
  amount.forEach((text, i) => {
    if (text !== null) stated[currency[i]!]?.push(text);
  });
  const digits = stated.map(digitsOf);
  const startMs = start === null ? null : Date.parse(start);
  const passages = from.flatMap((payer, index): Passage[] => {
    const payee = to[index]!;
    if (payer === payee || (payer < 0 && payee < 0)) return [];
    const text = amount[index] ?? null;
    const code = currency[index]!;
    return [
      {
        index,
        from: payer,
        to: payee,
        kind: payer < 0 ? 'in' : payee < 0 ? 'out' : 'inside',
        timeMs: startMs === null ? null : startMs + seconds[index]! * 1000,
        currency: code,
        units: text === null || code < 0 ? null : toMinor(text, digits[code]!),
      },
    ];
  });
  return { lead, passages, codes: lead.currencies, digits };
}

/** Exact sums of some transfers, one per currency. */
export function sumsOf(read: ReadLead, passages: Iterable<Passage>): Sum[] {
  const sums = new ExactSums();
  for (const { currency, units } of passages) sums.add(currency, units);
  return sums.list(read);
}

/** File and line of a transfer. */
export function lineOf({ files, transfers }: AskedLead, { index }: Passage): EvidenceLine {
  return { file: files[transfers.file[index]!] ?? '', line: transfers.line[index]! };
}

/** Institutions of an operator's accounts, each once; which of several a transfer left from is not told. */
export function institutionsOf({ operators }: AskedLead, operator: number): string[] {
  return [...new Set(operators[operator]!.accounts.map(({ institution }) => institution))].sort();
}
