import { beforeAll, describe, expect, it } from 'vitest';
import { GATHERING_DEFAULTS } from '../../src/disclosure/gathering-parameters.js';
import { TraceNaming } from '../../src/disclosure/trace-naming.js';
import { measureFacts, measureFlow } from '../../src/features/index.js';
import { type Account } from '../../src/foundation/index.js';
import { buildTemporalGraph, type TemporalGraph } from '../../src/graph/index.js';
import { SCORE_DEFAULTS, scoreAccounts } from '../../src/judgement/index.js';
import { simulateWorld, type Truth } from '../../src/simulation/index.js';

let graph: TemporalGraph;
let truth: Truth;

beforeAll(() => {
  const world = simulateWorld({ seed: 21, transfers: 30_000, regime: 'national-banks' });
  truth = world.truth;
  graph = buildTemporalGraph(world.toLedger().ledger, { joinHolders: false });
});

const everybody = (): Account[] => Array.from({ length: graph.accountCount }, (_, account) => account);
const accountsOf = (keys: Truth['payers']): Set<Account | undefined> =>
  new Set(keys.map((key) => graph.ledger.accounts.find(key)));

describe('who may be named without a case', () => {
  it('is, among many accounts, nobody whom the evidence would not name in a lead', () => {
    const naming = new TraceNaming(graph, GATHERING_DEFAULTS);
    const named = everybody().filter((account) => naming.mayBeNamed(account));
    const features = measureFlow(graph);
    const { second } = scoreAccounts(features, { facts: measureFacts(features) });
    const { payer, beneficiary } = graph;
    for (const account of named) {
      const fed = new Set([...payer.keys()].filter((row) => beneficiary[row] === account).map((row) => payer[row]!));
      const strong = [...fed].filter((one) => second[one]! >= SCORE_DEFAULTS.namedScore);
      expect(second[account]! >= SCORE_DEFAULTS.namedScore || strong.length >= SCORE_DEFAULTS.listedGatherers).toBe(
        true,
      );
    }
    const operators = accountsOf(truth.networks.flatMap(({ members }) => members));
    expect(named.some((account) => operators.has(account))).toBe(true);
    const payers = accountsOf(truth.payers);
    expect(named.filter((account) => payers.has(account) && !operators.has(account))).toEqual([]);
  });

  it('is fewer than who gathers and handles money of others, which is asked of few accounts alone', () => {
    const evident = new TraceNaming(graph, GATHERING_DEFAULTS);
    const few = new TraceNaming({ ...graph }, { ...GATHERING_DEFAULTS, evidenceAccounts: graph.accountCount + 1 });
    const [those, all] = [evident, few].map((naming) => everybody().filter((account) => naming.mayBeNamed(account)));
    expect(all!.length).toBeGreaterThan(2 * those!.length);
    expect(those!.filter((account) => !all!.includes(account))).toEqual([]);
  });
});
