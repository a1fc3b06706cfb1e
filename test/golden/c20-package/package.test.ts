import { describe, expect, it } from 'vitest';
import { describeCase } from '../support/describe-case.js';
import { SEA_PACKAGE } from './transfers.js';

const { twin } = describeCase(SEA_PACKAGE);

describe('C20 in detail', () => {
  it('lists nobody of the hall, although a finding is about it', () => {
    expect(twin.listed).toEqual([]);
    expect(twin.leads).toEqual([]);
  });
});
