import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import * as library from 'illicit-flows';
import { readTransactions } from 'illicit-flows/node';

const { createLedger, investigate } = library;
assert.equal(typeof readTransactions, 'function');
const { ledger } = createLedger([{ payer: 'a', beneficiary: 'b', timeMs: 0, amount: '1.50', currency: 'EUR' }]);
assert.equal(investigate(ledger, { seed: 1 }).leads.length, 0);
console.log('ESM consumer runs');

// What one entry point makes, the other takes: there is one copy of every class.
const read = await readTransactions(['handed.csv'], { mapping: 'illicit-flows' });
assert.ok(read.ledger instanceof library.Ledger);
assert.ok(read.ledger.accounts instanceof library.AccountDirectory);
assert.equal(library.toGraphology(read.ledger).order, 3);
assert.equal(library.toGraphology(library.buildTemporalGraph(read.ledger)).size, 2);
await assert.rejects(readTransactions(['no-such.csv'], { mapping: 'illicit-flows' }), library.InputError);
await assert.rejects(readTransactions(['handed.csv'], { mapping: 'illicit-flows', nonsense: 1 }), library.UsageError);
console.log('ESM values pass between entry points');

// CommonJS has copies of its own in the same process; a ledger is told by what it has, not by its class.
const required = await createRequire(import.meta.url)('illicit-flows/node').readTransactions(['handed.csv'], {
  mapping: 'illicit-flows',
});
assert.equal(library.toGraphology(required.ledger).order, 3);
console.log('a ledger passes from CommonJS to ESM');

// The module that the library's threads run is in the package, beside the one that starts them.
const thread = new Worker(new URL('./worker.js', import.meta.resolve('illicit-flows/node')));
thread.postMessage({ name: 'read-file-part', payload: { path: 'nowhere.csv', task: { start: 0, end: 0 } } });
const [answer] = await once(thread, 'message');
assert.equal(typeof answer.error.message, 'string');
await thread.terminate();
console.log('a thread of the package runs');
