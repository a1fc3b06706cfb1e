import { parsePattern, type PatternNode, patternRefused } from './pattern-syntax.js';

type Step =
  | { readonly do: 'one'; readonly test: (codePoint: number) => boolean }
  | { readonly do: 'edge'; readonly edge: 'start' | 'end' }
  /** Goes on at both places; the first is preferred. */
  | { readonly do: 'fork'; readonly first: number; readonly second: number }
  | { readonly do: 'save'; readonly slot: number }
  | { readonly do: 'found' };

/** A pattern that unfolds to more steps is refused. */
const MAX_STEPS = 400;
/** What stands behind this many characters of a cell is not looked at. */
const MAX_PATTERN_TEXT = 1000;

/** A place in the program with where group 1 begins and ends; -1 = not known. */
interface Thread {
  readonly step: number;
  readonly start: number;
  readonly from: number;
  readonly to: number;
}

/**
 * A regular expression over one cell that answers in linear time whatever the text: all ways to match are followed at
 * once (K. Thompson, Regular Expression Search Algorithm, 1968; with groups as in R. Pike's sam). Finds what
 * JavaScript's RegExp finds. Cost: at most 400 steps a character, and 1,000 characters of a cell.
 */
export class CellPattern {
  readonly #steps: readonly Step[];
  readonly #hasGroup: boolean;

  /** @throws UsageError `pattern-refused`, see {@link parsePattern} */
  constructor(source: string) {
    const node = parsePattern(source);
    const steps: Step[] = [];
    compileInto(steps, node);
    steps.push({ do: 'found' });
    if (steps.length > MAX_STEPS) throw patternRefused(source, `repetitions of more than ${MAX_STEPS} steps`);
    this.#steps = steps;
    this.#hasGroup = steps.some((step) => step.do === 'save');
  }

  /** What the first group matched, or the whole match if there is no group; undefined if the pattern is not found. */
  find(text: string): string | undefined {
    const searched = text.length > MAX_PATTERN_TEXT ? text.slice(0, MAX_PATTERN_TEXT) : text;
    let threads: Thread[] = [];
    let best: (Thread & { readonly end: number }) | undefined;
    for (let at = 0; at <= searched.length;) {
      const code = searched.codePointAt(at);
      const next: Thread[] = [];
      const seen = new Set<number>();
      const live: Thread[] = [];
      for (const thread of threads) this.#follow(thread, { at, length: searched.length, seen, live });
      // A match that begins further left is preferred, so new ones come last, and none once there is one.
      if (best === undefined) {
        this.#follow({ step: 0, start: at, from: -1, to: -1 }, { at, length: searched.length, seen, live });
      }
      const width = code !== undefined && code > 0xffff ? 2 : 1;
      for (const thread of live) {
        const step = this.#steps[thread.step]!;
        if (step.do === 'found') {
          best = { ...thread, end: at };
          break;
        }
        if (step.do === 'one' && code !== undefined && step.test(code)) next.push({ ...thread, step: thread.step + 1 });
      }
      threads = next;
      if (threads.length === 0 && best !== undefined) break;
      at += width;
    }
    if (best === undefined) return undefined;
    if (!this.#hasGroup) return searched.slice(best.start, best.end);
    return best.from < 0 || best.to < 0 ? '' : searched.slice(best.from, best.to);
  }

  /** Lists the threads that wait for a character, in the order of preference. */
  #follow(
    first: Thread,
    {
      at,
      length,
      seen,
      live,
    }: { readonly at: number; readonly length: number; readonly seen: Set<number>; readonly live: Thread[] },
  ): void {
    const stack = [first];
    for (let thread = stack.pop(); thread !== undefined; thread = stack.pop()) {
      if (seen.has(thread.step)) continue;
      seen.add(thread.step);
      const step = this.#steps[thread.step]!;
      if (step.do === 'fork') stack.push({ ...thread, step: step.second }, { ...thread, step: step.first });
      else if (step.do === 'save') {
        const saved = step.slot === 0 ? { from: at, to: -1 } : { to: at };
        stack.push({ ...thread, ...saved, step: thread.step + 1 });
      } else if (step.do === 'edge') {
        if (at === (step.edge === 'start' ? 0 : length)) stack.push({ ...thread, step: thread.step + 1 });
      } else live.push(thread);
    }
  }
}

function compileInto(steps: Step[], node: PatternNode): void {
  if (steps.length > MAX_STEPS) return;
  switch (node.kind) {
    case 'one':
      steps.push({ do: 'one', test: node.test });
      break;
    case 'edge':
      steps.push({ do: 'edge', edge: node.edge });
      break;
    case 'sequence':
      for (const part of node.parts) compileInto(steps, part);
      break;
    case 'group':
      if (node.number === 1) steps.push({ do: 'save', slot: 0 });
      compileInto(steps, node.inner);
      if (node.number === 1) steps.push({ do: 'save', slot: 1 });
      break;
    case 'choice':
      compileChoice(steps, node.options);
      break;
    case 'repeat':
      compileRepeat(steps, node);
  }
}

function compileChoice(steps: Step[], options: readonly PatternNode[]): void {
  const [first, ...rest] = options;
  if (rest.length === 0) {
    compileInto(steps, first!);
    return;
  }
  const fork = steps.push({ do: 'found' }) - 1;
  compileInto(steps, first!);
  const jump = steps.push({ do: 'found' }) - 1;
  steps[fork] = { do: 'fork', first: fork + 1, second: steps.length };
  compileChoice(steps, rest);
  steps[jump] = { do: 'fork', first: steps.length, second: steps.length };
}

function compileRepeat(steps: Step[], { inner, least, most, lazy }: Extract<PatternNode, { kind: 'repeat' }>): void {
  for (let i = 0; i < least; i++) compileInto(steps, inner);
  const fork = (at: number, go: number, leave: number): void => {
    steps[at] = lazy ? { do: 'fork', first: leave, second: go } : { do: 'fork', first: go, second: leave };
  };
  if (most === Infinity) {
    const loop = steps.push({ do: 'found' }) - 1;
    compileInto(steps, inner);
    steps.push({ do: 'fork', first: loop, second: loop });
    fork(loop, loop + 1, steps.length);
    return;
  }
  const forks: number[] = [];
  for (let i = least; i < most; i++) {
    forks.push(steps.push({ do: 'found' }) - 1);
    compileInto(steps, inner);
  }
  for (const at of forks) fork(at, at + 1, steps.length);
}
