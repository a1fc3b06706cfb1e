import { describe, expect, it } from 'vitest';
import { protectionConcerns } from '../../src/questions/index.js';
import { madeCase } from '../support/case-documents.js';

const made = madeCase({ operators: 6, transfers: 20 });
const [lead] = made.leads;
const plain = {
  ...lead!,
  operators: lead!.operators.map((one) => ({ ...one, role: { ...one.role, label: 'possible collector' } })),
};

describe('protectionConcerns', () => {
  it('lists concerns with what looks the same, and names nobody but operators of leads', () => {
    const { concerns } = protectionConcerns({
      ...made,
      leads: [plain],
      protectionConcerns: [
        {
          typology: 'wage-to-debt',
          findings: 3,
          concerned: 5,
          accounts: [plain.operators[1]!.accounts[0]!, { institution: 'BANK9', account: 'STRANGER' }],
        },
        { typology: 'of-your-own', findings: 2, concerned: null, accounts: [] },
      ],
    });
    expect(concerns).toMatchObject([
      { times: 3, peopleConcerned: 5, paid: [{ lead: 'C001', operator: 1 }] },
      { times: null, peopleConcerned: null, paid: [], innocentReadings: [] },
    ]);
    expect(concerns[0]!.sentence).toContain(
      'It looks the same with a rent, help for relatives, a lender and child support.',
    );
    expect(concerns[1]!.sentence).toContain('fewer than three times; fewer than three people concerned');
    expect(JSON.stringify(concerns)).not.toContain('STRANGER');
  });

  it('counts accounts whose holders may be exploited, by the label of their possible role', () => {
    const operators = plain.operators.map((one, i) =>
      i < 2 ? { ...one, role: { ...one.role, label: 'possible coordinator (may be exploited)' } } : one,
    );
    expect(protectionConcerns({ ...made, leads: [{ ...plain, operators }] }).mayBeExploited).toMatchObject([
      { lead: 'C001', accounts: 2 },
    ]);
    expect(protectionConcerns({ ...made, leads: [plain] }).mayBeExploited).toEqual([]);
  });

  it('says that none seen does not mean none', () => {
    const { concerns, notes } = protectionConcerns({ ...made, leads: [] });
    expect(concerns).toEqual([]);
    expect(notes.join(' ')).toContain('None seen does not mean that nobody needs help.');
  });
});
