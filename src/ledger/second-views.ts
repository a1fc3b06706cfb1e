import { type Issue } from '../foundation/index.js';
import { type LedgerDraft } from './ledger-draft.js';

/** Two banks book one transfer at most this many days apart [choice]: a weekend, a holiday and a value date. */
const TWO_VIEWS_DAYS = 5;

/** Of transfers that are alike, the last ones, this many, are compared: a reference that thousands share tells nothing. */
const MOST_VIEWS = 100;

/** Transfers that another file tells of as well. */
export interface SecondViews {
  /** Their rows in the draft. */
  readonly rows: ReadonlySet<number>;
  /** One each, in the order given. */
  readonly issues: readonly Issue[];
}

/** The first telling of a transfer, and the files that have told it. */
interface FirstView {
  readonly row: number;
  readonly files: Set<number>;
}

/**
 * Transfers that another file has already told: the same reference, amount, currency, payer and beneficiary, at most
 * {@link TWO_VIEWS_DAYS} days before. A file tells a transfer once: what repeats inside one file is no second view, and
 * rows without a reference are never one. Empty for one file, and where times are no clock times.
 *
 * Not claimed: that nothing else repeats. Cost: O(rows with a reference), with their keys as texts.
 */
export function findSecondViews(draft: LedgerDraft, order: Uint32Array, policy: 'keep' | 'drop'): SecondViews {
  const rows = new Set<number>();
  const issues: Issue[] = [];
  const { ids, sources, timeMs, precision, sourceFile } = draft;
  if (ids === undefined || sources.length < 2) return { rows, issues };
  const windowMs = TWO_VIEWS_DAYS * 86_400_000;
  const views = new Map<string, FirstView[]>();
  for (const row of order) {
    // Steps and positions are no time that a number of days could be compared with.
    if (precision.array[row]! < 2 || Number.isNaN(draft.mantissa.array[row])) continue;
    const id = ids.get(row);
    if (id === '') continue;
    const key = `${contentOf(draft, row)} ${id}`;
    const file = sourceFile.array[row]!;
    const known = views.get(key) ?? [];
    const first = known
      .slice(-MOST_VIEWS)
      .find((view) => !view.files.has(file) && timeMs.array[row]! - timeMs.array[view.row]! <= windowMs);
    if (first === undefined) {
      known.push({ row, files: new Set([file]) });
      views.set(key, known);
      continue;
    }
    first.files.add(file);
    rows.add(row);
    issues.push(issueOf(draft, row, first.row, policy));
  }
  return { rows, issues };
}

function contentOf(draft: LedgerDraft, row: number): string {
  const amount = draft.wide.get(row) ?? draft.mantissa.array[row]!;
  const numbers = [draft.payer, draft.beneficiary, draft.currency, draft.decimals].map(({ array }) => array[row]!);
  return `${numbers.join(' ')} ${amount}`;
}

function issueOf(draft: LedgerDraft, row: number, first: number, policy: 'keep' | 'drop'): Issue {
  const place = (of: number): { file: string; line: number } => ({
    file: draft.sources[draft.sourceFile.array[of]!]!.name,
    line: draft.sourceLine.array[of]!,
  });
  const { file, line } = place(first);
  return {
    code: 'second-view',
    effect: policy === 'drop' ? 'quarantined' : 'noted',
    place: place(row),
    expected: 'a transfer that no other file tells of',
    received: `the same reference, amount and accounts as ${file}:${line}`,
  };
}
