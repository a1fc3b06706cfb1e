import { expect, it } from 'vitest';
import { DAY_MS } from '../../src/foundation/index.js';
import { runDetectors } from '../../src/typologies/index.js';
import { detectInSlices } from '../../src/slices/index.js';
import { findingsOf } from '../support/detector-contract.js';
import { contextOf } from '../support/detection-context.js';
import { chosenDetectors, partByHash } from '../support/slices.js';

it('finds a stack whose last layer pays the first, where nobody waits in between', () => {
  const ring = ['a', 'b', 'c'].map((payer, i) => ({
    payer,
    beneficiary: 'bca'[i]!,
    timeMs: i * DAY_MS,
    amount: '1000',
    currency: 'EUR',
  }));
  const context = contextOf(ring);
  const [whole] = runDetectors(context, { only: ['stack'] });
  expect(findingsOf(whole!).map(({ subjects }) => subjects.length)).toEqual([3]);
  const options = { parts: 2, partOf: partByHash(2, 1) };
  const [cut] = detectInSlices(context, chosenDetectors(['stack']), options);
  expect(findingsOf(cut!)).toEqual(findingsOf(whole!));
});
