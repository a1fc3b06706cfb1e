const assert = require('node:assert/strict');
const library = require('illicit-flows');
const { readTransactions } = require('illicit-flows/node');

const { createLedger, investigate } = library;
assert.equal(typeof readTransactions, 'function');
const { ledger } = createLedger([{ payer: 'a', beneficiary: 'b', timeMs: 0, amount: '1.50', currency: 'EUR' }]);
assert.equal(investigate(ledger, { seed: 1 }).leads.length, 0);
console.log('CommonJS consumer runs');

// What one entry point makes, the other takes: there is one copy of every class.
(async () => {
  const read = await readTransactions(['handed.csv'], { mapping: 'illicit-flows' });
  assert.ok(read.ledger instanceof library.Ledger);
  assert.ok(read.ledger.accounts instanceof library.AccountDirectory);
  assert.equal(library.toGraphology(read.ledger).order, 3);
  assert.equal(library.toGraphology(library.buildTemporalGraph(read.ledger)).size, 2);
  await assert.rejects(readTransactions(['no-such.csv'], { mapping: 'illicit-flows' }), library.InputError);
  await assert.rejects(readTransactions(['handed.csv'], { mapping: 'illicit-flows', nonsense: 1 }), library.UsageError);
  console.log('CommonJS values pass between entry points');
})().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
