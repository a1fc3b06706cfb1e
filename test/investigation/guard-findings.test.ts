import { describe, expect, it } from 'vitest';
import { type Finding } from '../../src/evidence/index.js';
import { buildTemporalGraph } from '../../src/graph/index.js';
import { summariseGuardList } from '../../src/investigation/index.js';
import { guardedNodes, guardFindings } from '../../src/investigation/guard-findings.js';
import { investigate, type Investigation } from '../../src/investigation/index.js';
import { createLedger } from '../../src/ledger/index.js';
import { simulateWorld } from '../../src/simulation/index.js';
import { DETECTORS, type DetectorRun } from '../../src/typologies/index.js';

const GRAPH = buildTemporalGraph(
  createLedger([
    { payer: 'a', beneficiary: 'b', timeMs: 0 },
    {
      payer: 'c',
      beneficiary: { institution: '', account: 'd' },
      beneficiaryHolder: 'one',
      beneficiaryHolderId: 'one',
      timeMs: 1,
    },
    {
      payer: 'c',
      beneficiary: { institution: '', account: 'e' },
      beneficiaryHolder: 'one',
      beneficiaryHolderId: 'one',
      timeMs: 2,
    },
  ]).ledger,
);
const { accounts } = GRAPH.ledger;

function find(account: string): number {
  return accounts.find({ institution: '', account })!;
}

/** A run of the first detector with one finding about each list of accounts. */
function runAbout(...subjects: string[][]): DetectorRun {
  const detector = { ...DETECTORS[0]!, alsoLooksLike: ['A14'] };
  const items = subjects.map((names): Finding => ({
    typology: detector.id,
    version: 1,
    countClass: 'primary',
    family: 'structure',
    status: 'fired',
    strength: 1,
    subjects: names.map(find),
    payers: [],
    receivers: [],
    rows: [0],
    measured: [],
    alternatives: [],
  }));
  const findings = { items, complete: true, stoppedBy: undefined };
  return { detector, parameters: {}, coverage: [], detection: { status: 'evaluated', findings, remarks: [] } };
}

describe('guardFindings', () => {
  const guard = (run: DetectorRun, ...names: string[]): ReturnType<typeof guardFindings> =>
    guardFindings([run], GRAPH, {
      lists: guardedNodes(GRAPH, { registeredBodies: new Set(names.map(find)) }),
      hubs: new Set(),
    });

  it('explains findings about nobody else, and counts what fires all the same', () => {
    const { runs, summary } = guard(runAbout(['b'], ['b', 'd'], ['a']), 'b');
    const { detection } = runs[0]!;
    const items = detection.status === 'evaluated' ? detection.findings.items : [];
    expect(items.map(({ status }) => status)).toEqual(['explained', 'fired', 'fired']);
    expect(items[0]!.alternatives.at(-1)).toMatchObject({ id: 'R12', outcome: 'passed' });
    expect(summary).toEqual({
      accounts: 1,
      findings: 2,
      explainedByLists: 1,
      explainedByTypology: { [DETECTORS[0]!.id]: 1 },
      stillFired: 1,
    });
  });

  it('explains a finding about several if all are vouched for', () => {
    expect(guard(runAbout(['b', 'd']), 'b', 'd').summary).toMatchObject({ explainedByLists: 1, stillFired: 0 });
  });

  it('leaves everything alone where nobody is vouched for', () => {
    const run = runAbout(['b']);
    const { runs, summary } = guard(run);
    expect(runs[0]).toBe(run);
    expect(summary).toMatchObject({ accounts: 0, findings: 0, explainedByLists: 0 });
  });
});

describe('guardedNodes', () => {
  it('lets one account vouch for all of its holder where holders are joined', () => {
    const later = Math.max(find('d'), find('e'));
    const { registeredBodies } = guardedNodes(GRAPH, { registeredBodies: new Set([later]) });
    expect(GRAPH.holdersJoined).toBe(true);
    expect([...registeredBodies]).toEqual([Math.min(find('d'), find('e'))]);
    const apart = buildTemporalGraph(GRAPH.ledger, { joinHolders: false });
    expect([...guardedNodes(apart, { licensedRemitters: new Set([later]) }).licensedRemitters]).toEqual([later]);
  });

  it('refuses numbers that are no accounts', () => {
    for (const wrong of [-1, 0.5, accounts.size]) {
      expect(() => guardedNodes(GRAPH, { registeredBodies: new Set([wrong]) })).toThrow(
        expect.objectContaining({ code: 'guard-list-account' }),
      );
    }
  });
});

describe('investigate with guard lists', () => {
  const shown = ({ caseFile }: Investigation): string[] =>
    [
      ...caseFile.leads.flatMap(({ operators }) => operators.flatMap(({ names }) => names)),
      ...caseFile.findings.flatMap((finding) => finding.accounts),
      ...caseFile.hubs.flatMap(({ names }) => names ?? []),
    ].map(({ institution, account }) => `${institution}/${account}`);

  it('names no account that the user vouches for, whoever it is', () => {
    const { ledger } = simulateWorld({ seed: 7, transfers: 4500 }).toLedger();
    const base = investigate(ledger, { stabilityRuns: 1 });
    const operators = base.leads.flatMap((lead) => lead.operators);
    expect(operators.length).toBeGreaterThan(5);
    expect(base.guarded.accounts).toBe(0);
    for (const { account, names } of operators) {
      const guarded = investigate(ledger, { stabilityRuns: 1, guardLists: { licensedRemitters: new Set([account]) } });
      expect(shown(base)).toContain(`${names[0]!.institution}/${names[0]!.account}`);
      expect(shown(guarded)).not.toContain(`${names[0]!.institution}/${names[0]!.account}`);
      expect(guarded.caseFile.remarks.at(-1)).toMatch(/^guard lists: the user vouches for 1 accounts/u);
    }
    const all = new Set(operators.map(({ account }) => account));
    const none = investigate(ledger, { stabilityRuns: 1, guardLists: { registeredBodies: all } });
    // A lead's own flow goes with the lead; what detectors found stays.
    const found = ({ findings }: Investigation): number =>
      findings.filter(({ finding }) => finding.typology !== 'fee-flow').length;
    expect(found(none)).toBe(found(base));
    expect(none.guarded.explainedByLists).toBeGreaterThan(5);
    expect(none.guarded.accounts).toBe(all.size);
  });

  it('names no hub that the user vouches for', () => {
    const payments = Array.from({ length: 30 }, (_, i) => ({ payer: `p${i}`, beneficiary: 'hub', timeMs: i }));
    const { ledger } = createLedger(payments);
    const base = investigate(ledger, { stabilityRuns: 1, hubDegreeCap: 10 });
    const hub = ledger.accounts.find({ institution: '', account: 'hub' })!;
    const guardLists = { registeredBodies: new Set([hub]) };
    const guarded = investigate(ledger, { stabilityRuns: 1, hubDegreeCap: 10, guardLists });
    expect(shown(base)).toContain('/hub');
    expect(shown(guarded)).not.toContain('/hub');
    expect(guarded.caseFile.hubs).toHaveLength(base.caseFile.hubs.length);
  });
});

describe('summariseGuardList', () => {
  it('counts by kind and writes lines in stretches', () => {
    const lines = [2, 3, 4, 6, 8, 9];
    const entries = lines.map((line) => ({
      institution: '',
      account: `${line}`,
      kind: 'registered-body' as const,
      line,
    }));
    const match = {
      registeredBodies: new Set<number>(),
      licensedRemitters: new Set<number>(),
      matched: 1,
      notFoundLines: [2, 3, 4, 6, 9],
    };
    const use = summariseGuardList({ name: 'l', sha256: 'h' }, { entries, duplicateLines: [5, 7] }, match);
    expect(use).toEqual({
      name: 'l',
      sha256: 'h',
      entries: { registeredBodies: 6, licensedRemitters: 0 },
      matched: 1,
      notFound: 5,
      notFoundLines: '2-4, 6, 9',
      duplicates: 2,
      duplicateLines: '5, 7',
    });
  });
});
