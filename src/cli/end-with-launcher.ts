import { Worker } from 'node:worker_threads';
import { LIFE_AT } from './launched.js';

/** A thread of its own hears of the end however busy this one is. */
const WATCH = `
  const { Socket } = require('node:net');
  new Socket({ fd: ${LIFE_AT} }).on('close', () => process.kill(process.pid, 'SIGKILL')).resume();
`;

/** Has this process end when the one that launched it is killed, which could not tell it so. */
export function endWithLauncher(): void {
  new Worker(WATCH, { eval: true, execArgv: [] }).unref();
}
