// Attempts of AMLworld planted in ordinary transfers: how many are found, by type, and at what price.
import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readAttempts, RIGHT_KIND } from './amlworld-patterns.mjs';
import { inFolder, makeWorld, truthOf } from './judge-world.mjs';
import { table } from './markdown.mjs';
import { part } from './tally.mjs';

export const title = 'Attempts of AMLworld among ordinary transfers';

const PATTERNS = 'HI-Small_Patterns.txt';
const LEAST_TRANSFERS = 3;

export async function measure({ commandLine, amlworld, amlworldTransfers, livedIn, regimes, seeds: [seed], report }) {
  if (amlworld === undefined) return 'skipped: --amlworld names no folder.';
  const path = join(amlworld, PATTERNS);
  if (!existsSync(path)) return `skipped: the folder has no ${PATTERNS}.`;
  const attempts = readAttempts(readFileSync(path, 'utf8')).filter((one) => one.transfers.length >= LEAST_TRANSFERS);
  return inFolder(async (folder) => {
    const world = join(folder, 'world');
    const networks = commandLine.simulateOptions.has('--networks') ? 0 : undefined;
    makeWorld(commandLine, world, { seed, transfers: amlworldTransfers, regime: regimes?.[0], networks });
    const transactions = join(folder, 'planted.csv');
    const { attemptOfLine, ordinary, accounts } = await plant(world, attempts, {
      path: transactions,
      livedIn,
      seed,
    });
    report(`amlworld: ${attempts.length} attempts among ${ordinary} transfers`);
    const out = join(folder, 'case');
    commandLine.run('investigate', transactions, '--map', 'illicit-flows', '--out', out);
    const { hits, falseByKind } = holdAgainst(attempts, attemptOfLine, readFindings(out));
    return describe({ attempts, hits, falseByKind, ordinary, accounts, livedIn });
  });
}

/** Writes the world with the attempts in the middle of it, all moved by the same time; networks of its own are left out. */
async function plant(world, attempts, { path, livedIn, seed }) {
  const truth = truthOf(world);
  const ownRows = new Set(truth.networks.flatMap(({ transferIds }) => transferIds));
  const times = attempts.flatMap(({ transfers }) => transfers.map(({ timeMs }) => timeMs));
  const out = createWriteStream(path);
  const write = async (text) => {
    if (!out.write(text)) await once(out, 'drain');
  };
  const attemptOfLine = new Map();
  const [paying, paid] = [new Set(), new Set()];
  let [line, ordinary, first, last] = [0, 0, Infinity, -Infinity];
  let names;
  const cell = (cells, name) => cells[names.indexOf(name)];
  for await (const text of createInterface({ input: createReadStream(join(world, 'transactions.csv')) })) {
    if (names === undefined) {
      names = text.split(',');
      await write(`${text},received_amount,received_currency\n`);
      line++;
      continue;
    }
    const cells = text.split(',');
    if (ownRows.has(cell(cells, 'id'))) continue;
    paying.add(`${cell(cells, 'payer_institution')},${cell(cells, 'payer_account')}`);
    paid.add(`${cell(cells, 'beneficiary_institution')},${cell(cells, 'beneficiary_account')}`);
    const timeMs = Date.parse(cell(cells, 'time'));
    [first, last] = [Math.min(first, timeMs), Math.max(last, timeMs)];
    await write(`${text},,\n`);
    line++;
    ordinary++;
  }
  const minute = 60_000;
  const shift = Math.round(((first + last) / 2 - times.reduce((a, b) => Math.min(a, b))) / minute) * minute;
  const accounts = new Set([...paying, ...paid]);
  const nameOf = livedIn
    ? hostsOf(
        [...paying].filter((name) => paid.has(name)),
        seed,
      )
    : (name) => name;
  for (const [i, { transfers }] of attempts.entries()) {
    for (const [k, one] of transfers.entries()) {
      const [from, to] = [nameOf(one.payer), nameOf(one.beneficiary)];
      accounts.add(from).add(to);
      const [payerBank, payer] = from.split(',');
      const [bank, account] = to.split(',');
      const [amount, currency] = one.paid.split(',');
      const known = {
        id: `aml-${i}-${k}`,
        time: new Date(one.timeMs + shift).toISOString(),
        payer_institution: payerBank,
        payer_account: payer,
        beneficiary_institution: bank,
        beneficiary_account: account,
        amount,
        currency,
        channel: 'wire',
      };
      await write(`${names.map((name) => known[name] ?? '').join(',')},${one.received}\n`);
      attemptOfLine.set(++line, i);
    }
  }
  out.end();
  await once(out, 'finish');
  return { attemptOfLine, ordinary, accounts: accounts.size };
}

/** Gives every account of an attempt an ordinary account of the world that pays and is paid, in an order of the seed. */
function hostsOf(names, seed) {
  const order = (name) => createHash('sha256').update(`${seed} ${name}`).digest('hex');
  const hosts = names.map((name) => [order(name), name]).sort(([one], [other]) => (one < other ? -1 : 1));
  const given = new Map();
  return (name) => {
    if (!given.has(name)) given.set(name, hosts.pop()?.[1] ?? name);
    return given.get(name);
  };
}

/** Kind and lines of every finding that fired. */
function readFindings(out) {
  const { findings } = JSON.parse(readFileSync(join(out, 'case.json'), 'utf8'));
  return findings
    .filter(({ status }) => status === 'fired')
    .map(({ typology, evidence }) => ({ kind: typology, lines: evidence.flatMap(({ lines }) => lines) }));
}

/** A finding hits the attempts that half of its transfers are from; it is false if most of them are ordinary. */
function holdAgainst(attempts, attemptOfLine, findings) {
  const hits = attempts.map(() => new Set());
  const falseByKind = new Map();
  for (const { kind, lines } of findings) {
    const counts = new Map();
    for (const line of lines) {
      const attempt = attemptOfLine.get(line) ?? -1;
      counts.set(attempt, (counts.get(attempt) ?? 0) + 1);
    }
    for (const [attempt, count] of counts) if (attempt >= 0 && 2 * count >= lines.length) hits[attempt].add(kind);
    if (2 * (counts.get(-1) ?? 0) > lines.length) falseByKind.set(kind, (falseByKind.get(kind) ?? 0) + 1);
  }
  return { hits, falseByKind };
}

function describe({ attempts, hits, falseByKind, ordinary, accounts, livedIn }) {
  const patterns = new Set(RIGHT_KIND.values());
  const isRight = (i) => hits[i].has(RIGHT_KIND.get(attempts[i].type));
  const isAny = (i) => [...hits[i]].some((kind) => patterns.has(kind));
  const row = (name, own) => [
    name,
    own.length,
    part(own.filter(isRight).length, own.length),
    part(own.filter(isAny).length, own.length),
  ];
  const indices = attempts.map((_, i) => i);
  const per1000 = (count) => ((1000 * count) / accounts).toFixed(2);
  const falseOf = (kinds) => kinds.reduce((sum, kind) => sum + (falseByKind.get(kind) ?? 0), 0);
  const others = [...falseByKind.keys()].filter((kind) => !patterns.has(kind)).sort();
  return [
    `${attempts.length} attempts of at least ${LEAST_TRANSFERS} transfers, on ${livedIn ? 'ordinary accounts of the world' : 'accounts of their own'}, among ${ordinary} ordinary transfers of`,
    `${accounts} accounts. A finding belongs to an attempt if half of its transfers do; it is false if most are ordinary.`,
    '',
    table(
      ['type', 'attempts', 'right kind', 'any of these kinds'],
      [
        ...[...RIGHT_KIND.keys()].map((type) =>
          row(
            type,
            indices.filter((i) => attempts[i].type === type),
          ),
        ),
        row('**all**', indices),
      ],
    ),
    '',
    table(
      ['kind', 'false findings', 'per 1,000 accounts'],
      [
        ...[...patterns].map((kind) => [kind, falseOf([kind]), per1000(falseOf([kind]))]),
        ['**these**', falseOf([...patterns]), per1000(falseOf([...patterns]))],
        ...others.map((kind) => [`${kind} (not counted)`, falseOf([kind]), per1000(falseOf([kind]))]),
      ],
    ),
  ].join('\n');
}
