import { type LedgerDraft } from './ledger-draft.js';

/**
 * The label column of a data set: the answer, for evaluation only. It is never part of the ledger, so no detector can
 * read it, not even by mistake.
 */
export interface Labels {
  /** Per row of the ledger an index into `texts`; -1 = no label. */
  readonly label: Int32Array;
  readonly texts: readonly string[];
}

export function layOutLabels(draft: LedgerDraft, order: Uint32Array): Labels | undefined {
  if (draft.label === undefined) return undefined;
  const given = draft.label;
  const label = Int32Array.from(order, (row) => (row < given.length ? given.array[row]! : -1));
  return { label, texts: draft.labelTexts.texts() };
}
