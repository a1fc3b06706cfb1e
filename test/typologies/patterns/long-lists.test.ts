import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../../src/foundation/index.js';
import { findLayers } from '../../../src/typologies/stack/layer-search.js';
import { pay } from '../../support/detector-examples/pay.js';
import { contextOf } from '../../support/detection-context.js';

/** More than a function takes as separate arguments. */
const MANY = 130_000;

describe('a list as long as the data', () => {
  it('is no fault: a way of very many transfers is one stack', () => {
    const way = Array.from({ length: MANY }, (_, i) => pay(`hop-${i}>hop-${i + 1}`, i * HOUR_MS, '100.00'));
    const found = findLayers(contextOf(way).graph, {
      minLayers: 2,
      dwell: HOUR_MS,
      sameInstant: false,
      minLegMatch: 0.8,
      counted: new Uint8Array(MANY).fill(1),
    });
    expect(found.map(({ rows, weight }) => [rows.length, weight])).toEqual([[MANY, MANY - 1]]);
  });
});
