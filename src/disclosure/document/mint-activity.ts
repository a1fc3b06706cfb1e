import { type Account, DAY_MS, formatInstant } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
import { type CaseFile } from '../case-file.js';
import { listsSubjects } from '../list-findings.js';
import type { Activity } from './activity-schema.js';
import { SMALLEST_GROUP } from './case-format.js';
import { runsOfThree } from './runs-of-three.js';

/** Accounts beyond these are counted: their days would be most of a document. Operators come first. */
const MOST_ACCOUNTS = 1000;

/**
 * On which days the accounts that findings are about received and paid, transfers to themselves left out: of those that the
 * case names, day by day; of the subjects of the same findings that stay unnamed, together and in runs of at least three. It
 * names nobody whom leads and findings do not name. Undefined for data without clock times. O(their transfers).
 */
export function mintActivity(
  graph: TemporalGraph,
  { leads, findings, protection }: Pick<CaseFile, 'leads' | 'findings' | 'protection'>,
): Activity | undefined {
  const { precision, rowCount, columns } = graph.ledger;
  if (precision === 'order' || precision === 'step' || rowCount === 0) return undefined;
  const leadOf = new Map(leads.flatMap(({ id, operators }) => operators.map(({ account }) => [account, id] as const)));
  const subjects = findings.flatMap(({ finding }) => (listsSubjects(finding) ? finding.subjects : []));
  const named = new Map([...leadOf.keys(), ...subjects].flatMap((one) => namesOf(one, protection.namesOf(one))));
  const unnamed = [...new Set(subjects)].filter((subject) => !named.has(subject));
  const startDay = dayOf(columns.timeMs[0]!);
  const listed = [...named].slice(0, MOST_ACCOUNTS);
  return {
    start: formatInstant(startDay * DAY_MS, 'day'),
    accounts: listed.map(([account, accounts]) => ({
      accounts,
      lead: leadOf.get(account) ?? null,
      ...daysOf(daysReceived(graph, account, startDay), daysPaid(graph, account, startDay)),
    })),
    leftOut: named.size - listed.length,
    others: othersOf(unnamed.map((account) => daysReceived(graph, account, startDay))),
  };
}

type Names = Activity['accounts'][number]['accounts'];

function namesOf(
  account: Account,
  names: readonly { readonly institution: string; readonly account: string }[] | undefined,
): (readonly [Account, Names])[] {
  if (names === undefined) return [];
  return [[account, names.map(({ institution, account: number }) => ({ institution, account: number }))]];
}

function dayOf(timeMs: number): number {
  return Math.floor(timeMs / DAY_MS);
}

/** Days of the payments that an account received from others, in the order of time. */
function daysReceived({ in: incoming, payer, ledger }: TemporalGraph, account: Account, start: number): number[] {
  const own = [...rowsOf(incoming, account)].filter((row) => payer[row] !== account);
  return own.map((row) => dayOf(ledger.columns.timeMs[row]!) - start).sort((a, b) => a - b);
}

function daysPaid({ out, beneficiary, ledger }: TemporalGraph, account: Account, start: number): number[] {
  const own = [...rowsOf(out, account)].filter((row) => beneficiary[row] !== account);
  return own.map((row) => dayOf(ledger.columns.timeMs[row]!) - start);
}

function daysOf(
  received: readonly number[],
  paid: readonly number[],
): Pick<Activity['accounts'][number], 'days' | 'received' | 'paid'> {
  const counts = new Map<number, [received: number, paid: number]>();
  const add = (days: readonly number[], side: 0 | 1): void => {
    for (const day of days) {
      const count = counts.get(day) ?? [0, 0];
      count[side]++;
      counts.set(day, count);
    }
  };
  add(received, 0);
  add(paid, 1);
  const all = [...counts].sort(([a], [b]) => a - b);
  return {
    days: all.map(([day]) => day),
    received: all.map(([, [count]]) => count),
    paid: all.map(([, [, count]]) => count),
  };
}

/** Who is not named, together: accounts that received nothing from others are not in it. */
function othersOf(received: readonly (readonly number[])[]): Activity['others'] {
  const active = received.filter(({ length }) => length > 0);
  if (active.length < SMALLEST_GROUP) return null;
  return {
    accounts: active.length,
    began: runsOfThree(active.map((days) => days[0]!)),
    ended: runsOfThree(active.map((days) => days.at(-1)!)),
    received: runsOfThree(active.flat()),
  };
}
