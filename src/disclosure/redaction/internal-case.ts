import { type AccountKey } from '../../ledger/index.js';
import type { CaseDocument } from '../document/case-schema.js';
import type { LeadDocument } from '../document/lead-schema.js';
import { treatmentOf } from './field-policy.js';
import { redactedReviews } from './lead-words.js';
import { orderOperators } from './operator-order.js';
import { type Pseudonyms } from './pseudonyms.js';
import { namesIn, textScreen } from './screen-texts.js';

/**
 * A case for colleagues who may know everything but who: pseudonyms for accounts and institutions, all else as it was. Fields of
 * which the policy knows nothing are left out.
 */
export function internalCase(document: CaseDocument, pseudonyms: Pseudonyms): CaseDocument {
  const screen = textScreen(namesIn(document));
  const copy = (value: unknown, field: string): unknown => {
    if (treatmentOf(field, 'internal') === 'pseudonym') {
      return value === null ? null : pseudonyms.accounts(value as readonly AccountKey[]);
    }
    if (Array.isArray(value)) return value.map((one) => copy(one, field));
    if (typeof value === 'object' && value !== null) return copyFields(value, field, copy);
    return typeof value === 'string' && treatmentOf(field, 'internal') === 'screened' ? screen(value) : value;
  };
  const copied = copyFields(document, '', copy) as unknown as CaseDocument;
  return { ...copied, leads: copied.leads.map((lead, i) => inOrder(lead, document.leads[i]!)) };
}

function copyFields(
  value: object,
  field: string,
  copy: (value: unknown, field: string) => unknown,
): Record<string, unknown> {
  const entries = (Object.entries(value) as [string, unknown][]).map(([name, one]) => {
    const path = field === '' ? name : `${field}.${name}`;
    return { name, one, path };
  });
  const isKnown = ({ path }: { path: string }): boolean =>
    HAS_FIELDS.has(path) || treatmentOf(path, 'internal') !== 'removed';
  return Object.fromEntries(entries.filter(isKnown).map(({ name, one, path }) => [name, copy(one, path)]));
}

/** Fields of which only what is in them is known to the policy. */
const HAS_FIELDS: ReadonlySet<string> = new Set([
  'data',
  'leads',
  'leads.operators',
  'unnamed',
  'unnamed.setAside',
  'closest',
  'findings.evidence',
  'detectors',
  'hubs',
  'notEvaluable',
]);

function inOrder(copied: LeadDocument, lead: LeadDocument): LeadDocument {
  const { from, to } = orderOperators(
    lead,
    copied.operators.map(({ accounts }) => accounts),
  );
  const { transfers, protectedPayers } = copied;
  const end = (old: number): number => to[old] ?? old;
  return {
    ...copied,
    operators: from.map((old) => copied.operators[old]!),
    protectedPayers: {
      ...protectedPayers,
      needsReview: redactedReviews(lead, (count) => count),
      byOperator: from.map((old) => protectedPayers.byOperator[old] ?? 0),
    },
    transfers: { ...transfers, from: transfers.from.map(end), to: transfers.to.map(end) },
  };
}
