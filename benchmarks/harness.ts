import { spawnSync } from 'node:child_process';

/**
 * One thing to measure. `prepare` is not timed; `run` is, and what it returns is kept until the clock has stopped, so
 * that no engine may skip the work. Cases of one `task` are printed beside each other and compared with its first.
 */
export interface BenchmarkCase<State = unknown, Result = unknown> {
  /** Unique in the benchmark, kebab-case. */
  readonly id: string;
  /** What is done, with its size: `cycles within 24 h, G1M`. */
  readonly task: string;
  /** Who does it: ours, a peer with its version, or the floor of the hardware. */
  readonly who: string;
  /** Number of things handled, for the rate. */
  readonly items?: number;
  /** The budget that the design sets, as text. */
  readonly budget?: string;
  /** Exactly what the figure includes, printed under the table. */
  readonly note?: string;
  /** Untimed runs before the timed ones. Default 1. */
  readonly warmups?: number;
  /** Timed runs. Default 3. */
  readonly repeats?: number;
  readonly prepare?: () => State | Promise<State>;
  readonly run: (state: State) => Result | Promise<Result>;
  /** Checks and quality figures of the last result: counts, modularity, bytes. Not timed. */
  readonly report?: (result: Result, state: State) => Readonly<Record<string, number | string>>;
}

/** A file benchmarks/NAME.ts exports one of these under the name `benchmark`. */
export interface Benchmark {
  readonly title: string;
  /** Default true: each case in a process of its own, so that its peak memory is its own. */
  readonly isolated?: boolean;
  /** The cases; `sizes` are the words given on the command line after the name. */
  readonly cases: (words: readonly string[]) => readonly BenchmarkCase[] | Promise<readonly BenchmarkCase[]>;
}

/** What a case gave. */
export interface Figures {
  readonly id: string;
  readonly task: string;
  readonly who: string;
  readonly medianMs: number;
  readonly minMs: number;
  readonly runsMs: readonly number[];
  /** Median of the processor time, all threads; says more than the clock on a busy machine. */
  readonly cpuMs: number;
  readonly items: number | undefined;
  /** Peak resident memory of the process that ran the case, preparation included. */
  readonly peakMiB: number;
  readonly budget: string | undefined;
  readonly note: string | undefined;
  readonly extra: Readonly<Record<string, number | string>>;
}

/** Marks the line on which a child process hands over its figures. */
const FIGURES = '#figures ';

/** A case with its types forgotten, for lists of cases. */
export function benchmarkCase<State, Result>(given: BenchmarkCase<State, Result>): BenchmarkCase {
  return given as unknown as BenchmarkCase;
}

/** Prepares, warms up, repeats. */
export async function measure(given: BenchmarkCase): Promise<Figures> {
  const state = await given.prepare?.();
  let result: unknown;
  for (let i = 0; i < (given.warmups ?? 1); i++) result = await given.run(state);
  const runsMs: number[] = [];
  const cpusMs: number[] = [];
  for (let i = 0; i < (given.repeats ?? 3); i++) {
    result = undefined;
    globalThis.gc?.();
    const cpu = process.cpuUsage();
    const start = performance.now();
    result = await given.run(state);
    runsMs.push(performance.now() - start);
    const { user, system } = process.cpuUsage(cpu);
    cpusMs.push((user + system) / 1000);
  }
  return {
    id: given.id,
    task: given.task,
    who: given.who,
    medianMs: median(runsMs),
    minMs: Math.min(...runsMs),
    cpuMs: median(cpusMs),
    runsMs,
    items: given.items,
    peakMiB: process.resourceUsage().maxRSS / 1024,
    budget: given.budget,
    note: given.note,
    extra: given.report?.(result, state) ?? {},
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}

/** Measures one case in this process and hands the figures to the parent. */
export async function measureForParent(given: BenchmarkCase): Promise<void> {
  process.stdout.write(`\n${FIGURES}${JSON.stringify(await measure(given))}\n`);
}

/** Measures one case in a process of its own: the same command with `--case id`. */
export function measureInChild(given: BenchmarkCase): Figures {
  const words = [...process.execArgv, ...process.argv.slice(1), '--case', given.id];
  const child = spawnSync(process.execPath, words, {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = child.stdout.split('\n').find((text) => text.startsWith(FIGURES));
  if (line === undefined) throw new Error(`Expected figures of ${given.id} but received: ${child.stdout.slice(-2000)}`);
  return JSON.parse(line.slice(FIGURES.length)) as Figures;
}

/** The figures as a Markdown table, tasks in order of first sight, each ratio against the task's first line. */
export function formatTable(title: string, all: readonly Figures[]): string {
  const lines = [
    `## ${title}`,
    '',
    '| task | who | median | min | cpu | rate | peak memory | ratio | |',
    '|---|---|---|---|---|---|---|---|---|',
  ];
  const notes: string[] = [];
  for (const figures of all) {
    const first = all.find(({ task }) => task === figures.task) ?? figures;
    const rest = Object.entries(figures.extra).map(([name, value]) => `${name} ${formatValue(value)}`);
    if (figures.budget !== undefined) rest.unshift(`budget ${figures.budget}`);
    if (figures.note !== undefined) notes.push(`- ${figures.task}, ${figures.who}: ${figures.note}`);
    const rate = figures.items === undefined ? '' : `${formatRate(figures.items / figures.medianMs)}/s`;
    const cells = [
      figures.task,
      figures.who,
      formatTime(figures.medianMs),
      formatTime(figures.minMs),
      formatTime(figures.cpuMs),
      rate,
      `${Math.round(figures.peakMiB)} MiB`,
      (figures.medianMs / first.medianMs).toFixed(2),
      rest.join('; '),
    ];
    lines.push(`| ${cells.join(' | ')} |`);
  }
  return [...lines, '', ...notes, ''].join('\n');
}

function formatTime(ms: number): string {
  return ms >= 1000 ? `${(ms / 1000).toFixed(2)} s` : `${ms.toPrecision(3)} ms`;
}

function formatRate(perMs: number): string {
  return perMs >= 1000 ? `${(perMs / 1000).toFixed(2)}M` : `${perMs.toFixed(1)}k`;
}

function formatValue(value: number | string): string {
  return typeof value === 'string' ? value : value.toLocaleString('en-US', { maximumFractionDigits: 4 });
}
