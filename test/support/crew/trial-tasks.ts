import { threadId } from 'node:worker_threads';
import { InputError } from '../../../src/foundation/index.js';
import { serveTasks } from '../../../src/node/task-service.js';

/** Tasks to try a crew with. */
export const TRIAL_TASKS = {
  'add-one': (values: Int32Array) => {
    for (let i = 0; i < values.length; i++) values[i]! += 1;
    return values.length;
  },
  thread: (offset: number) => threadId + offset,
  'wait-for': async (ms: number) => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    return ms;
  },
  column: (length: number) => ({ column: new Float64Array(length).fill(7), nested: [{ more: new Uint8Array(3) }] }),
  refuse: (path: string) => {
    throw new InputError('file-unreadable', `Expected a file at ${path}`);
  },
  'refuse-plainly': (code: string) => {
    throw Object.assign(new Error('plain'), { code });
  },
  'return-nonsense': (result: number) => () => result,
  /** Ends the thread it runs in; in the main thread it says so instead. */
  'end-thread': (mainThread: number) => {
    if (threadId !== mainThread) process.exit(3);
    return 'done here';
  },
};

serveTasks(TRIAL_TASKS);
