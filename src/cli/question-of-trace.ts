import { type PartStart } from '../engine/index.js';
import { entriesOf } from './find-accounts.js';
import { placesTyped } from './find-rows.js';
import { needsOfTrace, type TraceLimits } from './make-trace.js';
import { type LakeQuestion } from './read-reached.js';
import { type ClaimFlags, findClaim } from './trace-claim.js';

/** What a trace asks of a lake. `list` is the text of `--from-file`. */
export function questionOfTrace(flags: TraceLimits & ClaimFlags, list: string | undefined): LakeQuestion {
  const { from, to = [], rows } = flags;
  return {
    typed: [...(from === undefined ? [] : [from]), ...to, ...entriesOf(list ?? '').map(({ text }) => text)],
    placesIn: (sources) => (rows === undefined ? [] : placesOf(sources, rows)),
    needsOf: (ledger) => needsOfTrace(ledger, flags, findClaim(ledger, flags, list, [])),
  };
}

function placesOf(sources: readonly { readonly name: string }[], rows: string): PartStart['places'] {
  return [...placesTyped(sources, rows, [])].flatMap(([file, lines]) =>
    [...lines].map((line) => [sources[file]!.name, line] as const),
  );
}
