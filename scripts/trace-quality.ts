// Coverage and precision of traced destinations on three real thefts, alone and among seeded ordinary transfers.
// Usage: node --import tsx scripts/trace-quality.ts (reads ILLICIT_FLOWS_DATA/launder-evm; prints Markdown)
import { type Account } from '../src/foundation/index.js';
import { reachableFrom } from '../src/trace/index.js';
import { withBackground } from './trace-quality/background.js';
import { destinationRankings, type Ranking } from './trace-quality/destination-rankings.js';
import {
  knownGraph,
  type KnownGraph,
  LAUNDER_EVM_CASES,
  readLaunderEvm,
  SAME_BLOCK,
} from './trace-quality/launder-evm-case.js';

const BACKGROUND = { transfers: 10, addresses: 5, mixing: 0.1, seed: 1 };
const TOPS = [10, 20, 50, 100];
const SHARES = [0.01, 0.001];
const say = (line = ''): void => void process.stdout.write(`${line}\n`);

for (const name of LAUNDER_EVM_CASES) {
  const given = await readLaunderEvm(name);
  const worlds = [
    { title: `${name}, illicit flows alone`, ledger: given.ledger },
    { title: `${name} among background`, ledger: withBackground(given.ledger, given.sources, BACKGROUND) },
  ];
  for (const { title, ledger } of worlds) printWorld(title, knownGraph(ledger, given));
}

function printWorld(title: string, known: KnownGraph): void {
  const { graph, sources, terminals } = known;
  const reached = new Set(reachableFrom(graph, { accounts: sources }, { ties: SAME_BLOCK }).accounts);
  const within = [...terminals].filter((account) => reached.has(account)).length;
  say(`### ${title}`);
  say();
  say(
    `${graph.transferCount} transfers, ${graph.accountCount} addresses; in reach: ${reached.size} addresses, ${within} of ${terminals.size} terminals.`,
  );
  say();
  const cuts = [...TOPS.map((top) => `top ${top}`), ...SHARES.map((share) => `>= ${100 * share} %`), 'all'];
  say(`| method | ${cuts.join(' | ')} |`);
  say(`|---|${cuts.map(() => '---|').join('')}`);
  for (const ranking of destinationRankings(known))
    say(`| ${ranking.method} | ${cellsOf(ranking, terminals).join(' | ')} |`);
  say();
}

/** `terminals found of those there are, share of the destinations that are terminals`. */
function cellsOf({ destinations, shares }: Ranking, terminals: ReadonlySet<Account>): string[] {
  const cell = (count: number): string => {
    const found = destinations.slice(0, count).filter((account) => terminals.has(account)).length;
    const precision = count === 0 ? '-' : `${Math.round((100 * found) / count)} %`;
    return `${found}/${terminals.size} · ${precision}`;
  };
  return [
    ...TOPS.map((top) => cell(Math.min(top, destinations.length))),
    ...SHARES.map((least) => (shares === undefined ? '' : cell(shares.filter((share) => share >= least).length))),
    `${cell(destinations.length)} of ${destinations.length}`,
  ];
}
