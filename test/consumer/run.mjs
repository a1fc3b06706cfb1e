import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { createLedger, investigate } from 'illicit-flows';
import { readTransactions } from 'illicit-flows/node';

assert.equal(typeof readTransactions, 'function');
const { ledger } = createLedger([{ payer: 'a', beneficiary: 'b', timeMs: 0, amount: '1.50', currency: 'EUR' }]);
assert.equal(investigate(ledger, { seed: 1 }).clusters.length, 0);
console.log('ESM consumer runs');

// The module that the library's threads run is in the package, beside the one that starts them.
const thread = new Worker(new URL('./worker.js', import.meta.resolve('illicit-flows/node')));
thread.postMessage({ name: 'read-file-part', payload: { path: 'nowhere.csv', task: { start: 0, end: 0 } } });
const [answer] = await once(thread, 'message');
assert.equal(typeof answer.error.message, 'string');
await thread.terminate();
console.log('a thread of the package runs');
