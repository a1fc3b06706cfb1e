import { parentPort } from 'node:worker_threads';
import { type CrossedError, packError } from './crossing-errors.js';

/** Named functions of one payload. Payloads and results must be structured-cloneable. */
export type Tasks = Readonly<Record<string, (payload: never) => unknown>>;

/** What a crew member is told to do. */
export interface TaskOrder {
  readonly name: string;
  readonly payload: unknown;
}

/** What it answers, once per order. */
export type TaskReport = { readonly result: unknown } | { readonly error: CrossedError };

/**
 * Makes the thread this runs in a member of a crew: it does one task after another, until it is ended from outside. Typed
 * arrays in a result are handed over, not copied, so a task must not return what it still needs.
 */
export function serveTasks(tasks: Tasks): void {
  const port = parentPort;
  if (port === null) return;
  const perform = async ({ name, payload }: TaskOrder): Promise<void> => {
    try {
      const result = await callTask(tasks, name, payload);
      port.postMessage({ result } satisfies TaskReport, [...ownedBuffers(result)]);
    } catch (thrown) {
      port.postMessage({ error: packError(thrown) } satisfies TaskReport);
    }
  };
  port.on('message', (order: TaskOrder) => void perform(order));
}

/** Calls a task by its name; the crew's types have made sure that the payload is its own. */
export function callTask(tasks: Tasks, name: string, payload: unknown): unknown {
  return (tasks[name] as (payload: unknown) => unknown)(payload);
}

/** Buffers under the typed arrays of a result, however deep in plain objects and lists; shared ones are no one's own. */
function ownedBuffers(value: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value) as unknown[]) ownedBuffers(part, found);
  }
  return found;
}
