import { describe, expect, it } from 'vitest';
import { type CaseDocument } from '../../../src/disclosure/document/index.js';
import { matchCases, redactCase } from '../../../src/disclosure/index.js';
import { madeCase } from '../../support/case-documents.js';
import { testHash } from '../../support/redaction-keys.js';

const one = madeCase({ leads: 2, operators: 4 });
const two = madeCase({ leads: 3, operators: 6, transfers: 60 });
const redacted = (
  document: CaseDocument,
  key = 1,
  level: 'internal' | 'partner' | 'public' = 'partner',
): CaseDocument => redactCase(document, testHash(key), level).document;

describe('matchCases', () => {
  it('finds operators of both cases, by lead, with counts and corridors, across levels', () => {
    const match = matchCases(redacted(one, 1, 'internal'), redacted(two));
    expect(match.levels).toEqual(['internal', 'partner']);
    expect(match.accounts).toHaveLength(8);
    expect(match.leads).toEqual(
      ['C001', 'C002'].map((lead) => ({
        one: lead,
        other: lead,
        accounts: 4,
        accountsOfOne: 4,
        accountsOfOther: 6,
        corridors: [{ from: 'NG', to: 'IT', transfersOfOne: 12, transfersOfOther: 12 }],
      })),
    );
    for (const { account, one: left, other: right } of match.accounts) {
      expect(account).toMatch(/^A-[0-9a-f]{24}$/u);
      expect(left.map(({ lead }) => lead)).toEqual(right.map(({ lead }) => lead));
    }
    expect(JSON.stringify(match)).not.toContain('ACC');
  });

  it('agrees with a comparison of the accounts themselves', () => {
    const accountsOf = ({ leads }: CaseDocument): string[] =>
      leads.flatMap(({ operators }) => operators.flatMap(({ accounts }) => accounts.map((key) => JSON.stringify(key))));
    const known = new Set(accountsOf(two));
    expect(matchCases(redacted(one), redacted(two)).accounts).toHaveLength(
      accountsOf(one).filter((key) => known.has(key)).length,
    );
  });

  it('finds nothing where there is nothing, and shows no account of a case that only says it is redacted', () => {
    const apart = { ...two, leads: [] };
    expect(matchCases(redacted(one), redacted(apart))).toMatchObject({ accounts: [], leads: [] });
    const { redaction } = redacted(one);
    expect(matchCases({ ...one, redaction }, { ...one, redaction }).accounts).toEqual([]);
  });

  it('refuses other keys, cases without pseudonyms and cases that were not redacted', () => {
    const refused = (left: CaseDocument, right: CaseDocument, code: string): void => {
      expect(() => matchCases(left, right)).toThrow(expect.objectContaining({ code }));
    };
    refused(redacted(one), redacted(two, 2), 'keys-differ');
    refused(one, redacted(two), 'case-not-redacted');
    refused(redacted(one), two, 'case-not-redacted');
    refused(redacted(one), redacted(two, 1, 'public'), 'case-without-pseudonyms');
  });
});
