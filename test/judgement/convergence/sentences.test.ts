import { describe, expect, it } from 'vitest';
import { measureFlow } from '../../../src/features/index.js';
import { buildTemporalGraph } from '../../../src/graph/index.js';
import { explainPart, explainReading, explainReduced, findConvergences } from '../../../src/judgement/index.js';
import { createLedger } from '../../../src/ledger/index.js';
import { type FeeWorldOptions, feeWorld } from '../../support/fee-worlds.js';

function sentencesOf(options: FeeWorldOptions): string[] {
  const features = measureFlow(buildTemporalGraph(createLedger(feeWorld(options)).ledger));
  return findConvergences(features).convergences[0]!.parts.map(explainPart);
}

describe('explainPart', () => {
  it('says what was measured, what the file shows of it, and nobody’s name', () => {
    const sentences = sentencesOf({});
    expect(sentences[0]).toMatch(
      /^\d+ of \d+ payers paid what is exceptional for them, none as a standing payment; in this file [\d.]+ % of all payer relations are like that\. Chance of it: below 1 in 10\^\d+ before, 1 in 10\^\d+ after allowing for the search\.$/u,
    );
    expect(sentences[1]).toMatch(
      /^9\d % of the exceptional money that was gathered went on inside the group; \d of \d gatherers/u,
    );
    expect(sentences[2]).toMatch(
      /^Money of 3 gatherers meets here; 100 % of what comes in and 3 of 3 payers belong to the group;/u,
    );
    expect(sentences[3]).toMatch(
      /^No payroll seen in (?:11|12)\d days; \d+ of \d+ accounts in this file pay somebody a living\.$/u,
    );
    expect(sentences.join()).not.toMatch(/collector|payer-|controller/u);
  });

  it('says what lowers, and what is not known', () => {
    expect(sentencesOf({ planted: 'trade' })[3]).toMatch(
      /^Lowers: the group regularly pays 9 outsiders what looks like a living; \d+ of \d+/u,
    );
    expect(sentencesOf({ days: 30 })[3]).toMatch(/^Not known: no wages could show in \d+ days\.$/u);
  });

  it('has words for every reading and every gap', () => {
    for (const reading of ['payroll', 'kept'] as const) expect(explainReading(reading)).toContain('consistent with');
    for (const reason of ['shortPeriod', 'noClock', 'noStanding'] as const)
      expect(explainReduced(reason)).toContain('cannot show');
  });
});
