import { describe, expect, it } from 'vitest';
import { findingsOfTypology } from '../../support/named-findings.js';
import { describeCase } from '../support/describe-case.js';
import { firedOf } from '../support/judge-story.js';
import { PIECES, savingsClub } from './transfers.js';

const { judged, twin } = describeCase(PIECES);

describe('C06 in detail', () => {
  it('sees four pairs of withdrawals, behind the move to savings', () => {
    const withdrawals = firedOf(judged, 'structured-withdrawals');
    expect(withdrawals.length).toBe(4);
    expect(withdrawals.every(({ payerCount }) => payerCount === 32)).toBe(true);
  });

  it('does not take 8,000 for bunching below 10,000', () => {
    expect(firedOf(judged, 'structured-deposits')).toEqual([]);
  });

  it('explains the club as one, and no longer where nobody is ever paid', () => {
    const [club] = twin.findings.filter(({ typology }) => typology === 'common-beneficiary');
    expect(club?.alternatives.get('A02')).toBe('passed');
    const [broken] = findingsOfTypology('common-beneficiary', savingsClub({ paysOut: false }).transfers);
    expect(broken?.status).toBe('fired');
    expect(broken?.alternatives.find(({ id }) => id === 'A02')?.outcome).not.toBe('passed');
  });
});
