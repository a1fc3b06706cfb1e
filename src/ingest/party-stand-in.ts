import { type InstitutionAccount } from '../ledger/index.js';
import { type PartyPlan } from './row-plan.js';
import { foldWord } from './statements/direction-words.js';

/** Who stands in for a missing account: by the first rule that knows the word of its cell; undefined = nobody. */
export function standInOf({ whenMissing }: PartyPlan, text: (cell: number) => string): InstitutionAccount | undefined {
  for (const { cell, kinds } of whenMissing) {
    const kind = kinds.get(foldWord(text(cell)));
    if (kind !== undefined) return kind;
  }
  return undefined;
}
