import { type LedgerDraft } from './ledger-draft.js';

/**
 * The label column of a data set: the answer, for evaluation only. It is never part of the ledger, so no detector can
 * read it, not even by mistake.
 */
export interface Labels {
  /** Per row of the ledger an index into `texts`; -1 = no label. */
  readonly label: Int32Array;
  /** In code-unit order. */
  readonly texts: readonly string[];
}

export function layOutLabels(draft: LedgerDraft, order: Uint32Array): Labels | undefined {
  if (draft.label === undefined) return undefined;
  const texts = [...draft.labelTexts.texts()].sort();
  const rank = new Map(texts.map((text, i) => [text, i]));
  const ranks = Int32Array.from(draft.labelTexts.texts(), (text) => rank.get(text) ?? -1);
  const given = draft.label.finish();
  const label = new Int32Array(order.length);
  for (let i = 0; i < order.length; i++) {
    const row = order[i]!;
    const known = row < given.length ? given[row]! : -1;
    label[i] = known >= 0 ? ranks[known]! : -1;
  }
  return { label, texts };
}
