import { compareText } from '../../foundation/index.js';
import type { LeadDocument } from '../document/lead-schema.js';

/**
 * The operators of a lead by score, those of one score by pseudonym. A case breaks such ties by account number, which would
 * tell which number is the smaller. `redacted`: the operators with pseudonyms, in the order of the lead. Returns the old place of
 * every new one, and the new place of every old one.
 */
export function orderOperators(
  lead: LeadDocument,
  redacted: readonly LeadDocument['operators'][number]['accounts'][],
): { readonly from: readonly number[]; readonly to: readonly number[] } {
  const from = [...lead.operators.keys()].sort(
    (a, b) =>
      lead.operators[b]!.score - lead.operators[a]!.score ||
      compareText(redacted[a]![0]!.account, redacted[b]![0]!.account),
  );
  const to = new Array<number>(from.length);
  from.forEach((old, place) => (to[old] = place));
  return { from, to };
}
