import { describe, expect, it } from 'vitest';
import { type FlowFeatures, measureFlow } from '../../../src/features/index.js';
import { buildTemporalGraph } from '../../../src/graph/index.js';
import {
  type Convergence,
  type ConvergenceJudgement,
  findConvergences,
  type ConvergenceOptions,
} from '../../../src/judgement/index.js';
import { createLedger, type Ledger, type TransferInput } from '../../../src/ledger/index.js';
import { feeWorld } from '../../support/fee-worlds.js';

interface Judged extends ConvergenceJudgement {
  readonly leads: readonly Convergence[];
  readonly asides: readonly Convergence[];
  readonly names: (nodes: readonly number[]) => string[];
  readonly features: FlowFeatures;
  readonly ledger: Ledger;
}

/** Convergences of transfers, with names for nodes. */
function judge(transfers: readonly TransferInput[], options?: ConvergenceOptions): Judged {
  const { ledger } = createLedger([...transfers]);
  const features = measureFlow(buildTemporalGraph(ledger));
  const { convergences, reduced } = findConvergences(features, options);
  const names = (nodes: readonly number[]): string[] => nodes.map((node) => ledger.accounts.key(node).account).sort();
  const leads = convergences.filter(({ verdict }) => verdict === 'lead');
  const asides = convergences.filter(({ verdict }) => verdict === 'setAside');
  return { convergences, reduced, leads, asides, names, features, ledger };
}

describe('findConvergences', () => {
  it('finds a controller fed by collectors of exceptional payments', () => {
    const { leads, names, reduced, ledger, features } = judge(feeWorld());
    expect(leads).toHaveLength(1);
    const [lead] = leads as [Convergence];
    expect(names(lead.receivers)).toEqual(['controller']);
    expect(names(lead.gatherers)).toEqual(['collector-0', 'collector-1', 'collector-2']);
    expect(lead.between).toEqual([]);
    expect(lead.payerCount).toBeGreaterThanOrEqual(20);
    expect(lead.withheld).toEqual([]);
    expect(reduced).toEqual([]);
    const [payers, passage, meeting, payroll] = lead.meetings[0]!.parts;
    expect(payers.nats).toBeCloseTo(Math.log(100), 9);
    expect(passage.measured.share).toBeGreaterThan(0.8);
    expect(meeting.measured).toMatchObject({ gatherers: 3, payers: 3, payersInside: 3 });
    expect(meeting.measured.valueShare).toBeCloseTo(1, 9);
    expect(meeting.fileRate.of).toBe(ledger.accounts.size);
    expect(payroll.nats).toBe(0);
    // Evidence of a part are the transfers it counts.
    const paysCollector = payers.rows.map((row) => ledger.accounts.key(features.graph.beneficiary[row]!).account);
    expect(new Set(paysCollector)).toEqual(new Set(['collector-0', 'collector-1', 'collector-2']));
    expect(payers.rows.length).toBe(payers.measured.exceptionalPayers);
    expect(passage.rows.length).toBe(24);
  });

  it('finds nothing where nothing is planted, for several towns', () => {
    for (let seed = 1; seed <= 6; seed++) expect(judge(feeWorld({ seed, planted: 'none' })).leads).toEqual([]);
  });

  it('sets the twin with wages and rent aside, and says which reading holds', () => {
    for (let seed = 1; seed <= 4; seed++) {
      const { leads, asides, names } = judge(feeWorld({ seed, planted: 'trade' }));
      expect(leads).toEqual([]);
      expect(asides).toHaveLength(1);
      expect(asides[0]!.reading).toBe('payroll');
      expect(names(asides[0]!.receivers)).toEqual(['supplier']);
    }
  });

  it('says reduced where the file is cut to 30 days, and cannot tell the twins apart there', () => {
    for (const planted of ['fees', 'trade'] as const) {
      const { reduced, convergences } = judge(feeWorld({ planted, days: 30 }));
      expect(reduced).toContain('shortPeriod');
      expect(convergences.length).toBeGreaterThan(0);
      for (const { reduced: own, parts } of convergences) {
        expect(own).toEqual(reduced);
        expect(parts.find(({ name }) => name === 'payroll')).toMatchObject({ evaluable: false, nats: 0 });
      }
    }
  });

  it('sets money aside that is kept or spent elsewhere', () => {
    const { leads, asides } = judge(feeWorld({ passed: 0.55 }));
    expect(leads).toEqual([]);
    expect(asides.map(({ reading }) => reading)).toEqual(['kept']);
  });

  it('judges a network and a trade apart that share a gatherer', () => {
    const world = feeWorld({ planted: 'both' });
    // One collector also sells for the trade: a fifth of its money goes there.
    const shared = world.map((transfer) =>
      transfer.payer === 'agent-0' && transfer.beneficiary === 'supplier'
        ? { ...transfer, payer: 'collector-0' }
        : transfer,
    );
    const moved = shared.map((transfer) =>
      transfer.beneficiary === 'agent-0' && (transfer.payer as string).startsWith('customer-0')
        ? { ...transfer, beneficiary: 'collector-0' }
        : transfer,
    );
    const { leads, asides, names } = judge(moved);
    expect(leads.map(({ receivers }) => names(receivers))).toEqual([['controller']]);
    expect(asides.map(({ receivers }) => names(receivers))).toEqual([['supplier']]);
    expect(names(leads[0]!.gatherers)).not.toContain('agent-1');
  });

  it('never counts more payers among leads than paid, and never lists a payer', () => {
    for (let seed = 1; seed <= 4; seed++) {
      const { leads, names } = judge(feeWorld({ seed }));
      const listed = leads.flatMap(({ receivers, gatherers, between }) =>
        names([...receivers, ...gatherers, ...between]),
      );
      expect(listed.filter((name) => name.startsWith('payer') || name.startsWith('household'))).toEqual([]);
      expect(leads[0]!.payerCount).toBeLessThanOrEqual(24);
    }
  });

  it('withholds a collector that paid another lead’s collector out of its own money', () => {
    const one = feeWorld({ seed: 3 });
    const other = feeWorld({ seed: 4 }).map((transfer) => ({
      ...transfer,
      payer: `x-${transfer.payer as string}`,
      beneficiary: `x-${transfer.beneficiary as string}`,
    }));
    const fee = { payer: 'collector-2', beneficiary: 'x-collector-1', timeMs: 0, amount: '5000', currency: 'EUR' };
    const { leads, names } = judge([...one, ...other, fee]);
    expect(leads).toHaveLength(2);
    const withheld = leads.flatMap((lead) => names(lead.withheld));
    expect(withheld).toEqual(['collector-2']);
    expect(leads.flatMap(({ gatherers }) => names(gatherers))).not.toContain('collector-2');
  });

  it('changes with its constants', () => {
    expect(judge(feeWorld(), { constants: { leadPayers: 100 } }).leads).toEqual([]);
    expect(judge(feeWorld({ planted: 'trade' }), { constants: { payrollDays: 1000 } }).leads).toHaveLength(1);
  });
});
