import { describe, expect, it } from 'vitest';
import { carryReviews, type ComparedManifest, diffCases, matchLeads, type Review } from '../../../src/export/index.js';
import { madeCase } from '../../support/case-documents.js';

const MANIFEST: ComparedManifest = {
  version: '1.0.0',
  options: { seed: 1, parameters: { score: { strongScore: 4.6 } } },
  inputs: [{ name: 'a.csv', sha256: 'a', read: 3, accepted: 3, quarantined: 0 }],
  guardLists: { files: [] },
};

/** A case whose leads have operators with these letters as accounts. */
function caseOf(...leads: readonly string[]): ReturnType<typeof madeCase> {
  const document = madeCase({ leads: leads.length, operators: 8, transfers: 4 });
  for (const [i, letters] of leads.entries()) {
    const lead = document.leads[i]!;
    const [operator] = lead.operators;
    lead.operators = Array.from(letters, (account) => ({ ...operator!, accounts: [{ institution: 'B', account }] }));
  }
  return document;
}

function pairsOf(older: readonly string[], newer: readonly string[]): readonly (readonly [string, string, number])[] {
  return matchLeads(caseOf(...older), caseOf(...newer)).matched.map(({ was, now, overlap }) => [
    was.lead,
    now.lead,
    overlap,
  ]);
}

describe('matchLeads', () => {
  it('pairs by shared operators, the best first, each lead once, ties by id', () => {
    expect(pairsOf(['ab', 'cd'], ['cd', 'ab'])).toEqual([
      ['C002', 'C001', 1],
      ['C001', 'C002', 1],
    ]);
    expect(pairsOf(['abcd'], ['ab', 'abc'])).toEqual([['C001', 'C002', 0.75]]);
    expect(pairsOf(['ab', 'cd'], ['abcd'])).toEqual([['C001', 'C001', 0.5]]);
    expect(pairsOf(['abcd'], ['cd', 'ab'])).toEqual([['C001', 'C001', 0.5]]);
    expect(pairsOf(['abc', 'ade'], ['abe', 'de'])).toEqual([
      ['C001', 'C001', 0.5],
      ['C002', 'C002', 2 / 3],
    ]);
  });

  it('never pairs leads that share nobody, and loses none', () => {
    const { matched, gone, appeared } = matchLeads(caseOf('ab', 'c'), caseOf('xy', 'cd', 'z'));
    expect(matched.map(({ was, now }) => [was.lead, now.lead])).toEqual([['C002', 'C002']]);
    expect([gone, appeared].map((leads) => leads.map(({ lead }) => lead))).toEqual([['C001'], ['C001', 'C003']]);
    expect(matchLeads({ leads: [] }, { leads: [] })).toEqual({ matched: [], gone: [], appeared: [] });
  });
});

describe('diffCases', () => {
  it('finds nothing between a case and itself', () => {
    const one = { document: madeCase({ leads: 2 }), manifest: MANIFEST, reviews: [] };
    const { because, leads, findings } = diffCases(one, structuredClone(one));
    expect(because).toEqual({ version: null, inputs: [], guardLists: [], options: [] });
    expect(leads).toMatchObject({ appeared: [], gone: [], changed: [] });
    expect(leads.unchanged).toHaveLength(2);
    expect(findings).toEqual([]);
  });

  it('counts findings by typology, and says what was other in how the cases were made', () => {
    const was = madeCase({ leads: 2 });
    const now = structuredClone(was);
    now.findings[0]!.evidence[0]!.lines = [9];
    now.findings[1]!.status = 'explained';
    now.findings[4]!.typology = 'fan-out';
    const manifest = {
      ...MANIFEST,
      version: '1.1.0',
      options: { seed: 1, parameters: { score: { strongScore: 4 } }, only: ['fan-in'] },
      inputs: [{ name: 'renamed.csv', sha256: 'a', read: 3, accepted: 3, quarantined: 0 }],
      guardLists: { files: [{ name: 'guards.csv', sha256: 'g' }] },
    };
    const { because, findings } = diffCases(
      { document: was, manifest: MANIFEST, reviews: [] },
      { document: now, manifest, reviews: [] },
    );
    expect(findings.map(({ typology, appeared, gone }) => [typology, appeared, gone])).toEqual([
      ['fan-in', 1, 2],
      ['fan-out', 1, 0],
    ]);
    expect(because.version).toEqual({ was: '1.0.0', now: '1.1.0' });
    expect(because.inputs).toEqual([]);
    expect(because.guardLists).toMatchObject([{ name: 'guards.csv', change: 'added', was: null }]);
    expect(because.options).toEqual([
      { name: 'parameters.score.strongScore', was: 4.6, now: 4 },
      { name: 'only', was: null, now: ['fan-in'] },
    ]);
  });
});

it('carryReviews proposes the last review of matched leads that nobody has reviewed since', () => {
  const review = (lead: string, state: Review['state']): Review => ({ lead, state, by: 'Ada', reason: 'r', time: 't' });
  const previous = {
    document: caseOf('ab', 'cd', 'ef'),
    reviews: [review('C001', 'reject'), review('C001', 'accept'), review('C002', 'reject'), review('C003', 'accept')],
  };
  const current = { document: caseOf('xy', 'ab', 'cde'), reviews: [review('C001', 'accept')] };
  expect(carryReviews(previous, current)).toMatchObject([
    { lead: 'C002', review: { state: 'accept' }, overlap: 1, sameLead: false },
    { lead: 'C003', review: { state: 'reject' }, sameLead: false },
  ]);
  expect(carryReviews(previous, { ...previous, reviews: [] }).map(({ sameLead }) => sameLead)).toEqual([
    true,
    true,
    true,
  ]);
  expect(carryReviews(previous, previous)).toEqual([]);
});
