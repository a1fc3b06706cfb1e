import { describe, expect, it } from 'vitest';
import { matchPassThrough, sumMinor } from '../../../src/trace/index.js';
import { contextOf } from '../../support/detection-context.js';
import { describeCase } from '../support/describe-case.js';
import { firedOf } from '../support/judge-story.js';
import { THIRD_PARTY } from './transfers.js';

const { judged, twin } = describeCase(THIRD_PARTY);

describe('C22 in detail', () => {
  it('sees fifty releases of the whole sum', () => {
    const [release] = firedOf(judged, 'escrow-hold-release');
    expect(release?.measured.get('releases')).toBe(50);
    expect(release?.measured.get('estimatedCommission')).toBe(0);
    expect(release?.measured.get('releasedAmount')).toBe('412250.00');
    expect(release?.subjects).toEqual(['C22-h']);
    expect(release?.payerCount).toBe(50);
  });

  it('sees that o pays on exactly half, and keeps 206,125', () => {
    const { graph } = contextOf(THIRD_PARTY.story.transfers);
    const [lane] = matchPassThrough(graph, graph.ledger.accounts.find({ institution: '', account: 'C22-o' })!);
    const unit = 10n ** BigInt(graph.ledger.currencies[0]!.scale);
    expect(sumMinor(lane!.pieceMinor)).toBe(206_125n * unit);
    expect(sumMinor(lane!.keptMinor)).toBe(206_125n * unit);
  });

  it('explains the client account by its licence', () => {
    const [release] = twin.findings.filter(({ typology }) => typology === 'escrow-hold-release');
    expect(release?.status).toBe('explained');
    expect(release?.alternatives.get('A14')).toBe('passed');
  });
});
