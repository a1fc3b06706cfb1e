import { describe, expect, it } from 'vitest';
import { CHOICE } from '../../../src/evidence/index.js';
import { investigate } from '../../../src/investigation/index.js';
import { createLedger } from '../../../src/ledger/index.js';
import { type Corridor } from '../../../src/typologies/index.js';
import { describeCase } from '../support/describe-case.js';
import { SEA_PACKAGE } from './transfers.js';

const { twin } = describeCase(SEA_PACKAGE);

describe('C20 in detail', () => {
  it('lists nobody of the hall, although a finding is about it', () => {
    expect(twin.listed).toEqual([]);
    expect(twin.leads).toEqual([]);
  });

  it('takes a corridor of the user with its version, which changes no lead', () => {
    const { ledger } = createLedger(SEA_PACKAGE.story.transfers);
    const positions = ['IQ', 'TR', 'GR', 'IT'].map((country) => [country]);
    const own: Corridor = { id: 'by-sea', version: 2, asOf: 2024, positions, note: '', source: CHOICE };
    const [plain, given] = [investigate(ledger), investigate(ledger, { corridors: [own] })];
    expect(given.options.corridors).toEqual([{ id: 'by-sea', version: 2 }]);
    expect(given.leads).toEqual(plain.leads);
  });
});
