import { describe, expect, it } from 'vitest';
import { listFindings } from '../../src/disclosure/list-findings.js';
import { DAY_MS } from '../../src/foundation/index.js';
import { type Finding } from '../../src/evidence/index.js';
import { buildTemporalGraph } from '../../src/graph/index.js';
import { investigate } from '../../src/investigation/index.js';
import { createLedger, type TransferInput } from '../../src/ledger/index.js';
import { protectPayers } from '../../src/disclosure/index.js';
import { DETECTORS } from '../../src/typologies/index.js';

const START = Date.UTC(2024, 0, 1);

// The holder gathers the money of six; the friend is paid once and pays back.
const graph = buildTemporalGraph(
  createLedger([
    ...Array.from({ length: 6 }, (_, i) => ({ payer: `p${i}`, beneficiary: 'holder', timeMs: i, amount: '1' })),
    { payer: 'p0', beneficiary: 'friend', timeMs: 7, amount: '1' },
    { payer: 'friend', beneficiary: 'p0', timeMs: 8, amount: '1' },
  ]).ledger,
);
const [holder, friend] = ['holder', 'friend'].map((account) =>
  graph.ledger.accounts.find({ institution: '', account })!,
) as [number, number];

/** Accounts listed for one finding about the holder, who is in no lead. */
function listed(more: Partial<Finding>): { readonly names: string[]; readonly unnamed: number } {
  const detector = DETECTORS.find(({ id }) => id === 'escrow-hold-release')!;
  const finding: Finding = {
    ...{ typology: detector.id, version: 1, countClass: 'primary', family: 'structure', status: 'fired', strength: 1 },
    ...{ subjects: [holder], payers: [], receivers: [], rows: [0], measured: [], alternatives: [] },
    ...more,
  };
  const [entry] = listFindings([{ detector, finding, lead: undefined }], protectPayers(graph, []));
  return { names: entry!.accounts.map(({ account }) => account), unnamed: entry!.unnamedSubjects };
}

function pay(payer: string, beneficiary: string, day: number, amount: number): TransferInput {
  return { payer, beneficiary, timeMs: START + day * DAY_MS, amount: `${amount}`, currency: 'EUR' };
}

/** Typologies that fired, and all accounts that any finding lists. */
function namedIn(transfers: readonly TransferInput[]): { readonly found: string[]; readonly named: string[] } {
  const { findings } = investigate(createLedger(transfers).ledger, { stabilityRuns: 1 });
  const fired = findings.filter(({ finding }) => finding.status === 'fired');
  return {
    found: fired.map(({ finding }) => finding.typology),
    named: findings.flatMap(({ accounts }) => accounts.map(({ account }) => account)),
  };
}

describe('accounts listed for a finding outside leads', () => {
  it('are its subjects that handle money of others, unless it is explained, may be chance, or is context', () => {
    expect(listed({})).toEqual({ names: ['holder'], unnamed: 0 });
    expect(listed({ status: 'explained' })).toEqual({ names: [], unnamed: 1 });
    expect(listed({ mayBeChance: true })).toEqual({ names: [], unnamed: 1 });
    expect(listed({ contextOnly: true })).toEqual({ names: [], unnamed: 1 });
    expect(listed({ subjects: [holder, friend] })).toEqual({ names: ['holder'], unnamed: 1 });
  });

  it('are nobody whom friends pay, whether or not they are paid back', () => {
    const lives = (pays: number): TransferInput[] =>
      Array.from({ length: 5 }, (_, i): TransferInput[] => [
        { ...pay(`friend${i}`, 'payer', i, 200), placeFrom: `town ${i}` },
        ...(i < pays ? [pay('payer', `friend${i}`, 20 + i, 40)] : []),
      ]).flat();
    for (const transfers of [lives(0), lives(3), lives(5)]) {
      const { found, named } = namedIn([...transfers, pay('payer', 'collector', 40, 900)]);
      expect(found).toContain('common-beneficiary');
      expect(named).toEqual([]);
    }
  });

  it('are nobody on a round trip known to the day who is only paid and pays', () => {
    for (const length of [3, 7, 12]) {
      const people = Array.from({ length }, (_, i) => `p${i}`);
      const round = people.map((payer, i) => pay(payer, people[(i + 1) % length]!, Math.floor(i / 3), 50));
      const lives = people.flatMap((person, i) =>
        [0, 1, 2, 3].flatMap((month) => [
          pay(`employer${i % 2}`, person, 30 * month - 15, 1500),
          pay(person, `friend${i}-${month}`, 29 * month - 13, 1200 + 50 * month),
        ]),
      );
      const { found, named } = namedIn([...round, ...lives].map((one) => ({ ...one, precision: 'day' as const })));
      expect(found).toContain('round-trip');
      expect(named.filter((name) => name.startsWith('p'))).toEqual([]);
    }
  });
});
