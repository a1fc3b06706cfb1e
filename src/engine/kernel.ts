import { IllicitFlowsError, InvariantError } from '../foundation/index.js';
import { groupOf, runSlice, SliceDraft, toAnswer } from '../slices/index.js';
import { answerToLines } from './answer-lines.js';
import { type ReadPlan } from './plan.js';
import { rowFromLine } from './row-lines.js';

/** Which parts a kernel is started for. */
export const KERNEL_MODES = Object.freeze(['stars', 'slices', 'halo', 'global'] as const);
export type KernelMode = (typeof KERNEL_MODES)[number];

/** What the kernel's process answers: done, a part of too many rows, or rows that break the contract. */
export const KERNEL_EXIT = Object.freeze({ done: 0, limit: 3, contract: 4 });

/** Most rows of a part unless somebody says otherwise. */
export const MAX_PART_ROWS = 5_000_000;

/** How a kernel runs. */
export interface KernelOptions {
  readonly mode: KernelMode;
  /** Most rows of one part, those that come twice counted twice. Default {@link MAX_PART_ROWS}. */
  readonly maxPartRows?: number;
  /** SHA-256 of the plan, which each part states in its counts. Default not stated. */
  readonly planSha256?: string;
}

/** How a kernel ended. */
export interface KernelEnd {
  readonly exitCode: number;
  /** For people; tells no content of a row. */
  readonly message: string;
}

const HALO: ReadonlySet<string> = new Set(['senders', 'pairs', 'relations']);

/**
 * Reads rows of parts, line by line, and writes what is found in each: see `row-lines` and `answer-lines`. Rows of a part
 * must be adjacent. Nothing is written of a part before all of it has been read and looked at; after an error nothing more is.
 *
 * @param lines without their ends
 * @param write takes whole lines
 */
export async function runKernel(
  { world, detectors }: ReadPlan,
  lines: AsyncIterable<string>,
  write: (text: string) => void,
  { mode, maxPartRows = MAX_PART_ROWS, planSha256 }: KernelOptions,
): Promise<KernelEnd> {
  const broken = (expected: string): KernelEnd => ({ exitCode: KERNEL_EXIT.contract, message: `Expected ${expected}` });
  const done = new Set<string>();
  let current: { readonly part: string; readonly draft: SliceDraft; rowsRead: number } | undefined;
  const close = (): void => {
    if (current === undefined) return;
    const { part, draft, rowsRead } = current;
    const slice = draft.finish();
    const found = runSlice(slice, part.slice(0, part.indexOf(':')), detectors);
    const answer = toAnswer(found, slice.graph.ledger);
    write(`${answerToLines(part, answer, { rowsRead, transfers: draft.rowCount, plan: planSha256 }).join('\n')}\n`);
    done.add(part);
  };
  let number = 0;
  try {
    for await (const line of lines) {
      number++;
      const read = rowFromLine(line);
      if (typeof read === 'string') return broken(`${read} as the contract has it in line ${number}`);
      const { part, row } = read;
      if (current?.part !== part) {
        close();
        current = undefined;
        if (done.has(part)) return broken(`rows of each part to be adjacent, but in line ${number} one comes again`);
        if (!belongsTo(part, mode, detectors)) return broken(`parts for the mode ${mode} in line ${number}`);
        current = { part, draft: new SliceDraft(world), rowsRead: 0 };
      }
      if (++current.rowsRead > maxPartRows) {
        const message = `Expected at most ${maxPartRows} rows in a part (--max-part-rows): cut into more parts`;
        return { exitCode: KERNEL_EXIT.limit, message };
      }
      current.draft.add(row);
    }
    close();
  } catch (thrown) {
    if (!(thrown instanceof IllicitFlowsError) || thrown instanceof InvariantError) throw thrown;
    return broken(`sound rows up to line ${number}: ${thrown.message} [${thrown.code}]`);
  }
  return { exitCode: KERNEL_EXIT.done, message: '' };
}

/** Parts are called by their group and a number. */
function belongsTo(part: string, mode: KernelMode, detectors: ReadPlan['detectors']): boolean {
  const [group = '', number = ''] = part.split(':');
  if (!/^\d+$/u.test(number)) return false;
  if (mode === 'stars') return group === 'star';
  if (mode === 'slices') return group === 'slice';
  if (mode === 'halo') return HALO.has(group);
  return detectors.some(({ detector }) => detector.id === group && groupOf(detector) === group);
}
