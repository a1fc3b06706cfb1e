import assert from 'node:assert/strict';
import { createLedger, investigate } from 'illicit-flows';
import { readTransactions } from 'illicit-flows/node';

assert.equal(typeof readTransactions, 'function');
const { ledger } = createLedger([{ payer: 'a', beneficiary: 'b', timeMs: 0, amount: '1.50', currency: 'EUR' }]);
assert.equal(investigate(ledger, { seed: 1 }).clusters.length, 0);
console.log('ESM consumer runs');
