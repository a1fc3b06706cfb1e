import { GATHERING, protectPaths } from '../disclosure/index.js';
import { resolveParameters } from '../evidence/index.js';
import { cyclesTable, cycleStepsTable } from '../export/index.js';
import { UsageError } from '../foundation/index.js';
import { type TemporalGraph } from '../graph/index.js';
import { type LedgerReading } from '../ingest/index.js';
import {
  createCyclesManifest,
  type CyclesChoices,
  type CyclesManifest,
  type ParameterChoices,
  type ReadChoices,
} from '../investigation/index.js';
import { writeFolder } from '../node/index.js';
import {
  type CycleCount,
  type CycleSearch,
  findTemporalCycles,
  findWindowCycles,
  firstCycles,
} from '../trace/index.js';
import { type NamedGuardList } from './guard-lists.js';
import { findKnown, type KnownFlags } from './known-accounts.js';
import { settingsOf } from './parameter-setting.js';

/** Cycles listed unless the caller says otherwise [choice]: more than anybody reads, few enough for a spreadsheet. */
export const MAX_LISTED = 10_000;

/** Flags of a list of cycles. */
export interface ListFlags extends KnownFlags {
  readonly out?: string;
  readonly maxListed?: number;
  readonly set?: ParameterChoices;
}

/** What a list of cycles is made of. */
export interface CyclesToList {
  readonly graph: TemporalGraph;
  readonly reading: LedgerReading;
  readonly count: CycleCount;
  readonly choices: Omit<CyclesChoices, 'case' | 'guardLists' | 'maxListed'> & ReadChoices;
}

/** @throws UsageError `cycles-out` where a flag is given that only a list has, and no list is asked for */
export function requireListFlags({ out, maxListed, case: asked, guardList, set }: ListFlags): void {
  const flags = new Map<string, unknown>([
    ['--max-listed', maxListed],
    ['--case', asked],
    ['--guard-list', guardList],
    ['--set', set],
  ]);
  const given = [...flags.keys()].find((flag) => flags.get(flag) !== undefined);
  if (out !== undefined || given === undefined) return;
  throw new UsageError('cycles-out', `Expected ${given} with --out only: a count names nobody`);
}

/**
 * Lists the first cycles of those counted and writes the folder of `--out`, whole or not at all: same input, same bytes. Accounts are named by the door that paths go
 * through, and by no other.
 */
export async function listCycles(
  out: string,
  { graph, reading, count, choices }: CyclesToList,
  flags: ListFlags,
  guards: readonly NamedGuardList[],
): Promise<CyclesManifest> {
  const { maxListed = MAX_LISTED } = flags;
  const gathering = resolveParameters(GATHERING, settingsOf(GATHERING.id, flags.set));
  const found = firstCycles(searchFor(graph, count.window, choices), maxListed);
  const { known, choices: listed } = await findKnown(flags, guards, reading);
  const names = protectPaths(graph, { from: [], to: [] }, found.items, { gathering, known });
  const manifest = createCyclesManifest({ graph, count, found, names, gathering }, reading, {
    ...choices,
    maxListed,
    ...listed,
  });
  const listing = { graph, cycles: found.items, names };
  await writeFolder(out, [
    { name: 'cycles.csv', chunks: cyclesTable(listing) },
    { name: 'cycle-steps.csv', chunks: cycleStepsTable(listing) },
    { name: 'manifest.json', chunks: [`${JSON.stringify(manifest, undefined, 2)}\n`] },
  ]);
  return manifest;
}

/** The search whose cycles are those that were counted. */
function searchFor(
  graph: TemporalGraph,
  window: number,
  { ties, minLength, maxLength, distinctTimes, maxVisits }: CyclesToList['choices'],
): CycleSearch {
  const options = {
    window,
    minLength,
    maxLength: maxLength ?? Infinity,
    distinctTimes,
    ...(maxVisits === null ? {} : { maxVisits }),
  };
  return ties === null ? findWindowCycles(graph, options) : findTemporalCycles(graph, { ...options, ties });
}
