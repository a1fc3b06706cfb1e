import { type Ties } from '../foundation/index.js';
import { CYCLES_NOTICE, type CyclesManifest } from '../investigation/index.js';
import { type CycleCount } from '../trace/index.js';
import { terminalTable } from './terminal-table.js';

const ORDER: Readonly<Record<Ties, string>> = Object.freeze({
  strict: 'each transfer later than the one before',
  'same-instant-allowed': 'no transfer earlier than the one before',
});

/** What was asked, and what became of it. */
export interface AskedCycles {
  readonly count: CycleCount;
  /** As written. */
  readonly window: string;
  /** Null = transfers in any order of time. */
  readonly ties: Ties | null;
  /** Of the folder written; undefined where none was. */
  readonly manifest: CyclesManifest | undefined;
}

/** One line of JSON. Counts are numbers; those that JSON readers would round are texts. */
export function cyclesToJson({ count, window, manifest }: AskedCycles): string {
  const { total, byLength, complete, stoppedBy } = count;
  const exact = (count: bigint): number | string =>
    count <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(count) : String(count);
  return `${JSON.stringify({
    window,
    total: exact(total),
    byLength: Object.fromEntries(byLength.map(([length, cycles]) => [length, exact(cycles)])),
    complete,
    ...(stoppedBy === undefined ? {} : { stoppedBy }),
    ...(manifest === undefined ? {} : { manifest }),
  })}\n`;
}

/** What a person sees: how many cycles of which length, and what was written of them to `out`. */
export function describeCycles({ count, window, ties, manifest }: AskedCycles, out: string | undefined): string {
  const { total, byLength, complete, stoppedBy, cutRoots } = count;
  const lines = [`${total} cycles within ${window}, ${ties === null ? 'in any order of time' : ORDER[ties]}.`];
  if (byLength.length > 0) {
    const rows = byLength.map(([length, cycles]) => [String(length), String(cycles)]);
    lines.push('', terminalTable(['length', 'cycles'], rows));
  }
  if (!complete)
    lines.push('', `Incomplete: ${stoppedBy ?? ''}. At least so many; ${cutRoots} first transfers were cut short.`);
  if (manifest !== undefined) lines.push('', ...describeList(manifest, total, out ?? ''));
  lines.push('', CYCLES_NOTICE);
  return `${lines.join('\n')}\n`;
}

function describeList({ results, incomplete, options }: CyclesManifest, total: bigint, out: string): string[] {
  const { listed, accounts, named } = results;
  const stops = incomplete.filter((stop) => stop.startsWith('list: ')).map((stop) => stop.slice('list: '.length));
  const rule =
    options.case === null
      ? 'which gather money from several families and cannot have merely paid'
      : 'which are operators of the case';
  return [
    `Listed ${BigInt(listed) === total ? 'all of them' : `${listed} of them, the earliest first`}.`,
    ...stops.map((stop) => `The list is incomplete: ${stop}.`),
    `Named: ${named} of ${accounts} accounts on them, ${rule}. All others are account-0001 onwards.`,
    `Written to ${out}: cycles.csv, cycle-steps.csv with the file and line of every transfer, manifest.json.`,
  ];
}
