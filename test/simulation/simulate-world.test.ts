import { describe, expect, it } from 'vitest';
import { simulateWorld } from '../../src/simulation/index.js';

describe('simulateWorld', () => {
  it('gives the same bytes for the same seed and others for another', () => {
    const bytes = (seed: number): string => [...simulateWorld({ seed, transfers: 4000 }).csvChunks()].join('');
    expect(bytes(3)).toBe(bytes(3));
    expect(bytes(3)).not.toBe(bytes(4));
  });
});
