import { describe, expect, it } from 'vitest';
import { type Finding } from '../../src/evidence/index.js';
import { listConcerns, setConcernsAside } from '../../src/disclosure/protection-concerns.js';
import { caseJsonText } from '../../src/export/index.js';
import { investigate } from '../../src/investigation/index.js';
import { createLedger } from '../../src/ledger/index.js';
import { protectPayers } from '../../src/disclosure/index.js';
import { contextOf } from '../support/detection-context.js';
import { demandEscalationExample } from '../support/detector-examples/demand-escalation.js';
import { wageToDebtExample } from '../support/detector-examples/wage-to-debt.js';
import { transferOf } from '../support/small-ledgers.js';

const { graph } = contextOf(['a>x@0 5 EUR', 'b>x@1 5 EUR', 'c>x@2 5 EUR', 'x>y@3 9 EUR'].map(transferOf));
const named = (name: string): number =>
  Array.from({ length: graph.accountCount }, (_, i) => i).find((i) => graph.ledger.accounts.key(i).account === name)!;

function concern(payers: readonly string[], more: Partial<Finding> = {}): Finding {
  return {
    typology: 'demand-escalation',
    version: 1,
    countClass: 'welfare',
    family: 'time',
    status: 'fired',
    strength: 0.6,
    subjects: [named('x')],
    payers: payers.map(named),
    receivers: [],
    rows: [0],
    measured: [],
    alternatives: [],
    ...more,
  };
}

describe('welfare concerns', () => {
  it('are set aside from findings, and counted where they hold', () => {
    const other = concern(['a'], { countClass: 'low' });
    const explained = concern(['a'], { status: 'explained' });
    const held = concern(['a']);
    expect(setConcernsAside([other, explained, held])).toEqual({ concerns: [held], findings: [other] });
  });

  it('name nobody but operators, and no number of people below three', () => {
    const nobody = protectPayers(graph, []);
    expect(listConcerns([concern(['a', 'b'])], nobody)).toEqual([
      { typology: 'demand-escalation', findings: 1, concerned: undefined, accounts: [] },
    ]);
    const lead = protectPayers(graph, [[named('x')]]);
    expect(listConcerns([concern(['a', 'b']), concern(['c'])], lead)).toEqual([
      { typology: 'demand-escalation', findings: 2, concerned: 3, accounts: [{ institution: '', account: 'x' }] },
    ]);
  });

  it('stand in a case as numbers, never among the findings', () => {
    const transfers = [...demandEscalationExample.positive, ...wageToDebtExample.positive];
    const { caseFile, document } = investigate(createLedger(transfers).ledger);
    expect(caseFile.protectionConcerns.map(({ typology, concerned }) => [typology, concerned])).toEqual([
      ['demand-escalation', undefined],
      ['wage-to-debt', 3],
    ]);
    expect(caseFile.findings.some(({ finding }) => finding.countClass === 'welfare')).toBe(false);
    const text = [...caseJsonText(document)].join('');
    for (const name of ['family', 'worker-0', 'worker-1', 'worker-2'])
      expect(text).not.toContain(`"account":"${name}"`);
    expect(text).toContain('protectionConcerns');
  });
});
