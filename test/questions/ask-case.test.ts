import { describe, expect, it } from 'vitest';
import { askCase, type AskOptions } from '../../src/questions/index.js';
import { madeCase } from '../support/case-documents.js';

describe('askCase', () => {
  it.each([
    ['unknown-option', { leads: 'C001' }],
    ['unknown-question', { questions: ['who'] }],
    ['unknown-lead', { lead: 'C009' }],
  ])('says %s instead of answering something else', (code, options) => {
    expect(() => askCase(madeCase(), options as unknown as AskOptions)).toThrow(expect.objectContaining({ code }));
  });
});
