import { type RowPlan } from './row-plan.js';

/** Stands in for the name of a holder. */
const HIDDEN_NAME = '[holder]';
/** Stands in for a record whose cells cannot be told apart, in a file with names. */
const HIDDEN_RECORD = '[may name a holder: see the file]';
/** A longer cell is no pattern to look for. */
const MAX_NAME = 500;

/**
 * The text of a quarantined record without names of holders: the ledger keeps none either, and whoever is named in a
 * record that could not be read may be somebody who merely paid. Without usable cells nobody knows which of them is a
 * name, and nothing is shown. Files without a mapped holder are not touched.
 */
export function hideHolders(raw: string, cells: readonly string[], plan: RowPlan): string {
  const holders = plan.hiddenCells;
  if (holders.length === 0) return raw;
  if (cells.length !== plan.cellCount) return HIDDEN_RECORD;
  const names = new Set(holders.map((cell) => cells[cell]!.trim()));
  let shown = raw;
  for (const name of names) {
    if (name === '' || plan.missing.has(name.toLowerCase())) continue;
    // Quote marks inside a name are doubled in the record: it is there in two spellings.
    if (name.length > MAX_NAME || name.includes('"')) return HIDDEN_RECORD;
    const hidden = shown.replace(wholeWords(name), HIDDEN_NAME);
    if (hidden === shown) return HIDDEN_RECORD;
    shown = hidden;
  }
  return shown;
}

/** The text wherever no letter or digit continues it. */
function wholeWords(text: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')}(?![\\p{L}\\p{N}])`, 'giu');
}
