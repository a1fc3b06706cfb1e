// How many planted attempts of AMLworld the patterns of layering find among ordinary traffic, by type, and at what price.
// Usage: node --import tsx scripts/quality/amlworld-attempts.ts DATA_FOLDER [transfers] [seed] [own|lived-in]
// DATA_FOLDER holds amlworld/HI-Small_Patterns.txt. `own`: the attempts' accounts do nothing else. `lived-in`: they are
// ordinary accounts of the world, whose everyday payments go on around the attempt. Prints Markdown.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom, defaultTies, shuffle } from '../../src/foundation/index.js';
import { buildTemporalGraph, degreeHubs, rowsOf } from '../../src/graph/index.js';
import { createLedger, type Ledger, type TransferInput } from '../../src/ledger/index.js';
import { simulateWorld } from '../../src/simulation/index.js';
import { runDetectors } from '../../src/typologies/index.js';
import { type Attempt, readAttempts } from './amlworld-patterns.js';

/** The finding that is right for an attempt. A random walk is money passed on from layer to layer. */
const RIGHT_KIND = new Map([
  ['FAN-IN', 'fan-in'],
  ['FAN-OUT', 'fan-out'],
  ['CYCLE', 'round-trip'],
  ['GATHER-SCATTER', 'gather-scatter'],
  ['SCATTER-GATHER', 'scatter-gather'],
  ['BIPARTITE', 'bipartite'],
  ['STACK', 'stack'],
  ['RANDOM', 'stack'],
]);
const LEAST_TRANSFERS = 3;

const [folder = '../shared/data', transfers = '200000', seed = '1', mode = 'own'] = process.argv.slice(2);
const say = (text = ''): void => void process.stdout.write(`${text}\n`);

const attempts = readAttempts(readFileSync(join(folder, 'amlworld/HI-Small_Patterns.txt'), 'utf8'));
const world = simulateWorld({ transfers: Number(transfers), seed: Number(seed), networks: 0 }).toLedger().ledger;
const planted = plant(world, attempts, mode === 'lived-in');
const { ledger } = createLedger(planted);
const graph = buildTemporalGraph(ledger);
const hubCap = Math.min(1000, Math.max(400, Math.floor(ledger.accounts.size / 10)));
const context = { graph, ties: defaultTies(ledger.precision), hubs: new Set(degreeHubs(graph, hubCap)) };
const kinds = [...new Set(RIGHT_KIND.values())];
const known = runDetectors(context, { only: kinds });
const attemptOfRow = Array.from({ length: ledger.rowCount }, (_, row) => attemptNumber(ledger.id(row) ?? ''));

const hits = attempts.map(() => new Set<string>());
const falseFindings = new Map<string, number>();
for (const { detector, detection } of known) {
  if (detection.status !== 'evaluated') continue;
  for (const { status, rows } of detection.findings.items) {
    if (status !== 'fired') continue;
    const own = new Map<number, number>();
    for (const row of rows) own.set(attemptOfRow[row]!, (own.get(attemptOfRow[row]!) ?? 0) + 1);
    const ofNone = own.get(-1) ?? 0;
    for (const [attempt, count] of own) {
      if (attempt >= 0 && 2 * count >= rows.length) hits[attempt]!.add(detector.id);
    }
    if (2 * ofNone > rows.length) falseFindings.set(detector.id, (falseFindings.get(detector.id) ?? 0) + 1);
  }
}

say(`${ledger.rowCount} transfers, ${ledger.accounts.size} accounts, seed ${seed}, attempts ${mode}.`);
say();
say('| type | attempts | right kind | any kind |');
say('|---|---|---|---|');
const total = { all: 0, right: 0, any: 0 };
for (const [type, kind] of RIGHT_KIND) {
  const own = attempts.flatMap((attempt, i) =>
    attempt.type === type && attempt.transfers.length >= LEAST_TRANSFERS ? [hits[i]!] : [],
  );
  const right = own.filter((kindsFound) => kindsFound.has(kind)).length;
  const any = own.filter(({ size }) => size > 0).length;
  total.all += own.length;
  total.right += right;
  total.any += any;
  say(`| ${type} | ${own.length} | ${right} | ${any} |`);
}
say(
  `| all | ${total.all} | ${total.right} (${(total.right / total.all).toFixed(2)}) | ${total.any} (${(total.any / total.all).toFixed(2)}) |`,
);
say();
say('| pattern | false findings | per 1,000 accounts |');
say('|---|---|---|');
let all = 0;
for (const kind of kinds) {
  const count = falseFindings.get(kind) ?? 0;
  all += count;
  say(`| ${kind} | ${count} | ${((1000 * count) / ledger.accounts.size).toFixed(2)} |`);
}
say(`| all | ${all} | ${((1000 * all) / ledger.accounts.size).toFixed(2)} |`);

/** The world with the attempts in the middle of it, all moved by one and the same time. */
function plant(base: Ledger, list: readonly Attempt[], livedIn: boolean): TransferInput[] {
  const { columns } = base;
  const place = (column: Int32Array | undefined, row: number): string | undefined => base.places[column?.[row] ?? -1];
  const ordinary = Array.from({ length: base.rowCount }, (_, row): TransferInput => {
    const amount = base.amount(row)!;
    const texts = {
      placeFrom: place(columns.placeFrom, row),
      placeTo: place(columns.placeTo, row),
      countryFrom: place(columns.countryFrom, row),
      countryTo: place(columns.countryTo, row),
    };
    return {
      payer: base.accounts.key(columns.payer[row]!),
      beneficiary: base.accounts.key(columns.beneficiary[row]!),
      timeMs: columns.timeMs[row]!,
      amount: `${amount.minor}e-${amount.scale}`.replace(/^(\d+)e-2$/u, (_text, minor: string) =>
        minor.padStart(3, '0').replace(/(\d\d)$/u, '.$1'),
      ),
      currency: amount.currency,
      channel: base.channel(row),
      id: `w${row}`,
      ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined)),
    };
  });
  const times = list.flatMap((attempt) => attempt.transfers.map(({ timeMs }) => timeMs));
  const middle = (columns.timeMs[0]! + columns.timeMs[base.rowCount - 1]!) / 2;
  const shift = Math.round((middle - Math.min(...times)) / 60_000) * 60_000;
  const hosts = livedIn ? hostsIn(base) : [];
  const nameOf = new Map<string, TransferInput['payer']>();
  const named = (account: string): TransferInput['payer'] => {
    const before = nameOf.get(account);
    if (before !== undefined) return before;
    const host = hosts.pop();
    const name = host === undefined ? `attempt ${account}` : base.accounts.key(host);
    nameOf.set(account, name);
    return name;
  };
  const extra = list.flatMap((attempt, i) =>
    attempt.transfers.map((one, k): TransferInput => ({
      payer: named(one.payer),
      beneficiary: named(one.beneficiary),
      timeMs: one.timeMs + shift,
      amount: one.amount,
      currency: one.currency,
      receivedAmount: one.receivedAmount,
      receivedCurrency: one.receivedCurrency,
      channel: 'wire',
      id: `a${i}-${k}`,
    })),
  );
  return [...ordinary, ...extra];
}

/** Accounts that both pay and are paid, in an order drawn from the seed. */
function hostsIn(base: Ledger): number[] {
  const graph = buildTemporalGraph(base);
  const both = Array.from({ length: graph.accountCount }, (_, account) => account).filter(
    (account) => rowsOf(graph.in, account).length > 0 && rowsOf(graph.out, account).length > 0,
  );
  return shuffle(both, createRandom(Number(seed)));
}

function attemptNumber(id: string): number {
  return id.startsWith('a') ? Number(id.slice(1).split('-')[0]) : -1;
}
