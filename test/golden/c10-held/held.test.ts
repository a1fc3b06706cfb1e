import { describe, expect, it } from 'vitest';
import { findingsOfTypology } from '../../support/named-findings.js';
import { describeCase } from '../support/describe-case.js';
import { HELD } from './transfers.js';

describeCase(HELD);

describe('C10 in detail', () => {
  it('sees eight releases of 97 % where chance is allowed to do as well, and says so', () => {
    const parameters = { whereChanceDoesAsWell: 1 };
    const [release] = findingsOfTypology('escrow-hold-release', HELD.story.transfers, { parameters });
    expect(release?.subjects).toEqual(['C10-h']);
    expect(release?.payers.length).toBe(8);
    expect(release?.mayBeChance).toBe(true);
    expect(release?.strength).toBe(0.6);
  });
});
