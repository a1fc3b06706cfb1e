import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { threadId } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { InputError } from '../../src/foundation/index.js';
import { chooseLayout } from '../../src/ingest/choose-layout.js';
import { layoutsOf } from '../../src/ingest/presets.js';
import { RECORD_LIMITS } from '../../src/ingest/record-sink.js';
import { withCrew, WorkCrew } from '../../src/node/work-crew.js';
import { TRIAL_TASKS } from '../support/crew/trial-tasks.js';

const ENTRY = pathToFileURL(resolve(import.meta.dirname, '../support/crew/trial-tasks.ts'));
const open: WorkCrew<typeof TRIAL_TASKS>[] = [];

function crewOf(count: number, entry = ENTRY): WorkCrew<typeof TRIAL_TASKS> {
  const crew = new WorkCrew(count, TRIAL_TASKS, entry);
  open.push(crew);
  return crew;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((crew) => crew.close()));
});

describe.each([
  ['of two threads', 2],
  ['of none, where this thread does the work', 0],
])('a crew %s', (_, count) => {
  it('gives results in the order of the payloads, however long each takes', async () => {
    expect(await crewOf(count).map('wait-for', [60, 1, 30, 0])).toEqual([60, 1, 30, 0]);
  });

  it('works on shared memory in place', async () => {
    const values = new Int32Array(new SharedArrayBuffer(8));
    await crewOf(count).run('add-one', values);
    expect([...values]).toEqual([1, 1]);
  });

  it('gives columns back whole', async () => {
    const { column, nested } = await crewOf(count).run('column', 1000);
    expect(column).toEqual(new Float64Array(1000).fill(7));
    expect(nested).toEqual([{ more: new Uint8Array(3) }]);
  });

  it('lets errors through with their class, code and message', async () => {
    const crew = crewOf(count);
    const failure = crew.run('refuse', 'x.csv');
    await expect(failure).rejects.toBeInstanceOf(InputError);
    await expect(failure).rejects.toMatchObject({ code: 'file-unreadable', message: 'Expected a file at x.csv' });
    await expect(crew.run('refuse-plainly', 'EPLAIN')).rejects.toMatchObject({ name: 'Error', code: 'EPLAIN' });
    expect(await crew.run('wait-for', 0)).toBe(0);
  });
});

describe('a crew', () => {
  it('really works in other threads', async () => {
    const threads = await crewOf(2).map('thread', [0, 0]);
    expect(new Set(threads).size).toBe(2);
    expect(threads).not.toContain(threadId);
  });

  it('does the work here where no thread can start', async () => {
    const crew = crewOf(2, new URL('./nowhere.js', ENTRY));
    expect(await crew.map('thread', [0, 0, 0])).toEqual([threadId, threadId, threadId]);
    expect(() => crewOf(1, new URL('https://example.org/worker.js'))).not.toThrow();
  });

  it('takes over the task of a thread that is lost', async () => {
    expect(await crewOf(1).run('end-thread', threadId)).toBe('done here');
  });

  it('reports what cannot be sent, either way', async () => {
    const crew = crewOf(1);
    await expect(crew.run('wait-for', (() => 1) as unknown as number)).rejects.toMatchObject({
      name: 'DataCloneError',
    });
    await expect(crew.run('return-nonsense', 0)).rejects.toMatchObject({ name: 'DataCloneError' });
    expect(await crew.run('wait-for', 0)).toBe(0);
  });

  it('rejects what is still out when it closes', async () => {
    const crew = crewOf(1);
    const results = [crew.run('wait-for', 60_000), crew.run('wait-for', 60_000)];
    await crew.close();
    for (const result of results) await expect(result).rejects.toMatchObject({ code: 'crew-closed' });
  });

  it('knows the tasks of the library, and closes after use', async () => {
    const head = new TextEncoder().encode('time,payer_account,beneficiary_account,amount,currency\n');
    const { plan, dialect } = chooseLayout(
      { name: 'x', head, isWhole: true },
      layoutsOf('illicit-flows'),
      'illicit-flows',
    );
    const shared = {
      name: 'x',
      plan: plan!,
      dialect,
      limits: RECORD_LIMITS,
      maxQuarantined: 0,
      maxQuarantinedBytes: 0,
    };
    const order = { path: '/nowhere/at/all', task: { ...shared, start: 0, end: 1, isLast: true } };
    const task = withCrew(1, (crew) => crew.run('read-file-part', order));
    await expect(task).rejects.toMatchObject({ name: 'InputError', code: 'file-unreadable' });
  });
});
