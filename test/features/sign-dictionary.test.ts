import { expect, it } from 'vitest';
import { measureFlow, measureSigns, SIGN_DICTIONARY } from '../../src/features/index.js';
import { buildTemporalGraph } from '../../src/graph/index.js';
import { ledgerOf } from '../support/small-ledgers.js';

it('has an entry for every sign that is measured, and no other, in the order of the columns', () => {
  const ledger = ledgerOf('a>b@1 10 EUR', 'b>c@90000000 8 EUR');
  const measured = measureSigns(measureFlow(buildTemporalGraph(ledger))).map(({ name }) => name);
  expect([...SIGN_DICTIONARY.map(({ name }) => name)].sort()).toEqual([...measured].sort());
  expect(SIGN_DICTIONARY.map(({ name }) => name)).toEqual(measured);
});
