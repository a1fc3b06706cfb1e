import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type WorldJob } from './world-worker.js';

const CHILDREN = 2;

/** Does all jobs whose file is not there yet, in two child processes. */
export async function measureWorlds(jobs: readonly WorldJob[]): Promise<void> {
  const waiting = jobs.filter(({ path }) => !existsSync(path));
  await Promise.all(Array.from({ length: Math.min(CHILDREN, waiting.length) }, () => runChild(waiting)));
}

/** One child that takes jobs until none is left. */
function runChild(waiting: WorldJob[]): Promise<void> {
  return new Promise((done, fail) => {
    const child = fork(resolve(import.meta.dirname, 'world-worker.ts'), { execArgv: ['--import', 'tsx'] });
    const next = (): void => {
      const job = waiting.shift();
      if (job === undefined) child.disconnect();
      else child.send(job);
    };
    child.on('message', next);
    child.on('error', fail);
    child.on('exit', (code) =>
      code === 0 ? done() : fail(new Error(`Expected a world but its process ended with ${code}`)),
    );
    next();
  });
}
