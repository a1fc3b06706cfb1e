import { type Worker } from 'node:worker_threads';
import { InvariantError } from '../foundation/index.js';
import { CREW_TASKS } from './crew-tasks.js';
import { unpackError } from './crossing-errors.js';
import { startThread, workerEntry } from './start-thread.js';
import { callTask, type TaskOrder, type TaskReport, type Tasks } from './task-service.js';

/** What a task of a crew is given. */
export type PayloadOf<T extends Tasks, N extends keyof T> = Parameters<T[N]>[0];
/** What it gives back. */
export type ResultOf<T extends Tasks, N extends keyof T> = Awaited<ReturnType<T[N]>>;

interface Job extends TaskOrder {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A few threads that do named tasks beside this one. Payloads are copied, except for what lies on a SharedArrayBuffer;
 * typed arrays in results are handed over. Where a thread cannot start or is lost, its task is done in this thread: the
 * result is the same, only later. Open crews with {@link withCrew}, which closes them whatever happens.
 */
export class WorkCrew<T extends Tasks> {
  readonly #tasks: T;
  readonly #waiting: Job[] = [];
  readonly #idle: Worker[] = [];
  readonly #busy = new Map<Worker, Job>();
  #isClosed = false;

  /** @param entry module that calls `serveTasks` with the same tasks */
  constructor(count: number, tasks: T, entry: URL) {
    this.#tasks = tasks;
    for (let i = 0; i < count; i++) this.#hire(entry);
  }

  /** Does one task in the next free thread. Rejects with what the task throws, its `code` included. */
  run<N extends keyof T & string>(name: N, payload: PayloadOf<T, N>): Promise<ResultOf<T, N>> {
    const result = new Promise<unknown>((resolve, reject) => {
      this.#waiting.push({ name, payload, resolve, reject });
    });
    // Whoever has lost interest in a result need not hear of its failure either.
    result.catch(() => undefined);
    this.#assign();
    return result as Promise<ResultOf<T, N>>;
  }

  /** Does the task with each payload; results in the order of the payloads. */
  async map<N extends keyof T & string>(name: N, payloads: readonly PayloadOf<T, N>[]): Promise<ResultOf<T, N>[]> {
    return Promise.all(payloads.map((payload) => this.run(name, payload)));
  }

  /** Ends all threads, in the middle of their tasks if need be. Results still out are rejected with `crew-closed`. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const left = [...this.#waiting.splice(0), ...this.#busy.values()];
    for (const { reject } of left) reject(new InvariantError('crew-closed', 'Expected results before the crew closed'));
    await Promise.all([...this.#idle, ...this.#busy.keys()].map((worker) => worker.terminate()));
  }

  #hire(entry: URL): void {
    let worker: Worker;
    try {
      worker = startThread(entry);
    } catch {
      return;
    }
    worker.on('message', (report: TaskReport) => {
      this.#finish(worker, report);
    });
    for (const loss of ['error', 'messageerror', 'exit']) {
      worker.on(loss, () => {
        this.#lose(worker);
      });
    }
    this.#idle.push(worker);
  }

  #assign(): void {
    while (this.#waiting.length > 0 && !this.#isClosed) {
      const worker = this.#idle.pop();
      if (worker === undefined && this.#busy.size > 0) return;
      const job = this.#waiting.shift()!;
      if (worker === undefined) void this.#doHere(job);
      else this.#order(worker, job);
    }
  }

  #order(worker: Worker, job: Job): void {
    const { name, payload } = job;
    try {
      worker.postMessage({ name, payload } satisfies TaskOrder);
      this.#busy.set(worker, job);
    } catch (thrown) {
      this.#idle.push(worker);
      job.reject(thrown as Error);
    }
  }

  #finish(worker: Worker, report: TaskReport): void {
    const job = this.#busy.get(worker);
    this.#busy.delete(worker);
    this.#idle.push(worker);
    if ('error' in report) job?.reject(unpackError(report.error));
    else job?.resolve(report.result);
    this.#assign();
  }

  #lose(worker: Worker): void {
    const place = this.#idle.indexOf(worker);
    if (place >= 0) this.#idle.splice(place, 1);
    const job = this.#busy.get(worker);
    this.#busy.delete(worker);
    if (this.#isClosed) return;
    void worker.terminate();
    if (job !== undefined) this.#waiting.unshift(job);
    this.#assign();
  }

  async #doHere({ name, payload, resolve, reject }: Job): Promise<void> {
    try {
      resolve(await callTask(this.#tasks, name, payload));
    } catch (thrown) {
      reject(thrown as Error);
    }
  }
}

/** The crew of this library's own tasks. */
export type Crew = WorkCrew<typeof CREW_TASKS>;

/**
 * Opens a crew of `count` threads (0 = everything is done in this one) for as long as `work` takes, and closes it.
 * A thread takes some 70 ms to start; tasks may be given before that.
 *
 * @example
 * const sums = await withCrew(2, (crew) => crew.map('count-cycles', parts));
 */
export async function withCrew<Result>(count: number, work: (crew: Crew) => Promise<Result>): Promise<Result> {
  const crew = new WorkCrew(count, CREW_TASKS, workerEntry());
  try {
    return await work(crew);
  } finally {
    await crew.close();
  }
}
