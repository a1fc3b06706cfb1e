const assert = require('node:assert/strict');
const { createLedger, investigate } = require('illicit-flows');
const { readTransactions } = require('illicit-flows/node');

assert.equal(typeof readTransactions, 'function');
const { ledger } = createLedger([{ payer: 'a', beneficiary: 'b', timeMs: 0, amount: '1.50', currency: 'EUR' }]);
assert.equal(investigate(ledger, { seed: 1 }).clusters.length, 0);
console.log('CommonJS consumer runs');
