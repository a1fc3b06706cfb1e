import { describe, expect, it } from 'vitest';
import { describeCase } from '../support/describe-case.js';
import { firedOf } from '../support/judge-story.js';
import { REFUNDS } from './transfers.js';

const { judged } = describeCase(REFUNDS);

describe('C07 in detail', () => {
  it('holds six of eight clients against two of forty', () => {
    const [loop] = firedOf(judged, 'refund-loop');
    console.log(loop);
  });
});
