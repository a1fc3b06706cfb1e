import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mintTrace, protectPaths, protectTrace, traceSteps } from '../../src/disclosure/index.js';
import {
  cyclesTable,
  cycleStepsTable,
  destinationsTable,
  originsTable,
  pathRecords,
  routeRecords,
  stepsTable,
  traceJsonText,
} from '../../src/export/index.js';
import { buildTemporalGraph, rowsOf, type TemporalGraph } from '../../src/graph/index.js';
import { type AccountKey, createLedger, type Ledger } from '../../src/ledger/index.js';
import { simulateWorld, type Truth } from '../../src/simulation/index.js';
import {
  findPaths,
  findRoutes,
  findTemporalCycles,
  firstCycles,
  traceBackward,
  type TraceClaim,
  traceForward,
  type TraceForwardOptions,
} from '../../src/trace/index.js';
import { type SmallWorld, smallWorlds } from '../support/small-worlds.js';

interface Asked {
  readonly graph: TemporalGraph;
  readonly nodeOf: (account: string) => number;
}

function ask({ transfers }: SmallWorld): Asked {
  const graph = buildTemporalGraph(createLedger([...transfers]).ledger, { joinHolders: false });
  return { graph, nodeOf: (account) => graph.ledger.accounts.find({ institution: '', account })! };
}

/** All files of a trace forward but for the manifest, which takes no accounts. */
function forwardText(graph: TemporalGraph, claim: TraceClaim, options: TraceForwardOptions = {}): string {
  const trace = traceForward(graph, claim, { rules: ['fifo', 'lifo', 'pro-rata'], ...options });
  const traceCase = protectTrace(trace, { to: options.to });
  const document = mintTrace(traceCase);
  const steps = stepsTable(document, traceSteps(traceCase));
  return [...destinationsTable(document), ...steps, ...traceJsonText(document)].join('');
}

function backwardText(graph: TemporalGraph, account: number): string {
  const trace = traceBackward(graph, { accounts: [account] });
  const traceCase = protectTrace(trace, { to: [account] });
  const document = mintTrace(traceCase);
  return [...originsTable(document), ...stepsTable(document, traceSteps(traceCase)), ...traceJsonText(document)].join(
    '',
  );
}

function expectNobody(text: string, people: readonly string[]): void {
  expect(people.filter((person) => text.includes(person))).toEqual([]);
}

describe('who only pays or lives on a wage is in no file of a trace', () => {
  it('from an employer, whole, for one hop, or to somebody', () => {
    fc.assert(
      fc.property(smallWorlds, fc.nat(), (world, pick) => {
        const { graph, nodeOf } = ask(world);
        const to = [nodeOf(world.people[pick % world.people.length]!)];
        for (const employer of world.employers) {
          const claim = { accounts: [nodeOf(employer)] };
          for (const options of [{}, { maxHops: 1 }, { to }])
            expectNobody(forwardText(graph, claim, options), world.people);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('from a collector, from a wage, or from somebody who pays', () => {
    fc.assert(
      fc.property(smallWorlds, fc.nat(), (world, pick) => {
        const { graph, nodeOf } = ask(world);
        const person = nodeOf(world.people[pick % world.people.length]!);
        const wage = [...rowsOf(graph.in, person)].slice(0, 1);
        const claims = [...world.collectors, ...world.people.slice(0, 2)].map((account) => ({
          accounts: [nodeOf(account)],
        }));
        for (const claim of [...claims.filter(({ accounts: [one] }) => one !== undefined), { rows: wage }]) {
          expectNobody(forwardText(graph, claim), world.people);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('back from anybody, or on a path', () => {
    fc.assert(
      fc.property(smallWorlds, fc.nat(), fc.nat(), (world, from, to) => {
        const { graph } = ask(world);
        for (const account of [from, from + 1, to]) {
          expectNobody(backwardText(graph, account % graph.accountCount), world.people);
        }
        const ends = { from: [from % graph.accountCount], to: [to % graph.accountCount] };
        if (ends.from[0] === ends.to[0]) return;
        const { items } = findPaths(graph, ends);
        expectNobody(JSON.stringify(pathRecords(graph, items, protectPaths(graph, ends, items))), world.people);
        const { items: routes } = findRoutes(graph, ends);
        expectNobody(JSON.stringify(routeRecords(graph, routes, protectPaths(graph, ends, routes))), world.people);
      }),
      { numRuns: 40 },
    );
  });

  it('on a cycle: refunded, or on a wage that comes back as purchases', () => {
    let listed = 0;
    fc.assert(
      fc.property(smallWorlds, (world) => {
        const { graph } = ask(world);
        const { items: cycles } = firstCycles(findTemporalCycles(graph, { window: 90 * 86_400_000 }), 300);
        listed += cycles.length;
        const listing = { graph, cycles, names: protectPaths(graph, { from: [], to: [] }, cycles) };
        expectNobody([...cyclesTable(listing), ...cycleStepsTable(listing)].join(''), world.people);
      }),
      { numRuns: 40 },
    );
    expect(listed).toBeGreaterThan(100);
  });

  it('while who gathers their money and carries it is named', () => {
    const { ledger, truth } = simulated();
    const graph = buildTemporalGraph(ledger, { joinHolders: false });
    const nodesOf = (keys: readonly AccountKey[]): number[] =>
      keys.map((key) => graph.ledger.accounts.find(key)).filter((node) => node !== undefined);
    const text = forwardText(graph, { accounts: nodesOf(truth.payers) }, { maxHops: 1 });
    const collectors = truth.networks.flatMap(({ members }) => members.filter(({ role }) => role === 'collector'));
    expect(collectors.filter(({ account }) => text.includes(account)).length).toBeGreaterThan(2);
    expectNobody(
      text,
      truth.payers.map(({ account }) => account),
    );
  });
});

function simulated(): { ledger: Ledger; truth: Truth } {
  const world = simulateWorld({ seed: 8, transfers: 8000 });
  return { ledger: world.toLedger().ledger, truth: world.truth };
}
