import { expect, it } from 'vitest';
import { mergeRemarks } from '../../src/slices/merge-remarks.js';

it('keeps each remark once and adds up what was left open', () => {
  const remarks = [
    'Only days are known',
    '2 groups were left open.',
    'Only days are known',
    '3 groups were left open.',
  ];
  expect(mergeRemarks(remarks)).toEqual(['Only days are known', '5 groups were left open.']);
  expect(mergeRemarks([])).toEqual([]);
});
