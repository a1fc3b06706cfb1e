import { type LeadDocument } from '../../disclosure/index.js';

/** An operator of a lead: the only kind of node that is one holder. */
export interface OperatorNode {
  readonly kind: 'operator';
  /** `C001-A003`: the third operator of the first lead. */
  readonly id: string;
  readonly lead: string;
  readonly label: string;
  readonly accounts: readonly { readonly institution: string; readonly account: string }[];
  /** Names of its holders, where the case keeps some. */
  readonly holders: readonly string[];
  /** A possible role, in words that say so. */
  readonly role: string;
  readonly rule: string;
  readonly country: string | null;
  readonly score: number;
}

/** People or accounts that are not told apart. */
export interface GroupNode {
  /** `payers` paid and got nothing back; `others` is everybody else. */
  readonly kind: 'payers' | 'others';
  readonly id: string;
  readonly lead: string;
  readonly label: string;
  /** How many they are; null where the document does not say. */
  readonly count: number | null;
}

export type GraphNode = OperatorNode | GroupNode;

/** `bank:account`, or the bare account where the data name no institution; all accounts of a holder, joined with ` + `. */
function accountsLabel(accounts: OperatorNode['accounts']): string {
  return accounts
    .map(({ institution, account }) => (institution === '' ? account : `${institution}:${account}`))
    .join(' + ');
}

/** Who holds the accounts of an operator, in words. */
export function holderWords({ holders, label }: OperatorNode): string {
  return holders.length > 0 ? holders.join(' / ') : `holder of ${label}, unknown`;
}

/** Id of the operator at a position of the lead. */
function operatorId({ lead }: LeadDocument, operator: number): string {
  return `${lead}-A${String(operator + 1).padStart(3, '0')}`;
}

/**
 * Id of what stands at one end of a transfer. Payers of an operator with fewer payers than `smallest` go to the group of the
 * lead, so that no node stands for one of them, as do ends of transfers without an operator.
 */
export function endId(
  lead: LeadDocument,
  end: number,
  { other, smallest }: { other: number; smallest: number },
): string {
  if (end >= 0) return operatorId(lead, end);
  const kind = end === -1 ? 'payers' : 'others';
  const isSmall = kind === 'payers' && (lead.protectedPayers.byOperator[other] ?? 0) < smallest;
  return other < 0 || isSmall ? `${lead.lead}-${kind}` : `${operatorId(lead, other)}-${kind}`;
}

/** Operators in the order of the document, then groups of operators, then groups of the lead; only groups that have transfers. */
export function leadNodes(lead: LeadDocument, smallest: number): GraphNode[] {
  const { from, to } = lead.transfers;
  const used = new Set(
    from.flatMap((end, i) => [
      endId(lead, end, { other: to[i]!, smallest }),
      endId(lead, to[i]!, { other: end, smallest }),
    ]),
  );
  const operators = lead.operators.map(({ accounts, holders = [], role, rule, country, score }, i): OperatorNode => ({
    kind: 'operator',
    id: operatorId(lead, i),
    lead: lead.lead,
    label: accountsLabel(accounts),
    accounts,
    holders,
    role: role.label,
    rule,
    country,
    score,
  }));
  const group = (kind: GroupNode['kind'], { of, count, further }: GroupWords): GroupNode[] => {
    const id = `${of}-${kind}`;
    const words = kind === 'payers' ? 'protected payers of' : 'accounts dealing with';
    const label = `${further}${words} ${of}${count === null ? '' : ` (${count})`}`;
    return used.has(id) ? [{ kind, id, lead: lead.lead, label, count }] : [];
  };
  return [
    ...operators,
    ...operators.flatMap(({ id }, i) => [
      ...group('payers', { of: id, count: lead.protectedPayers.byOperator[i]!, further: '' }),
      ...group('others', { of: id, count: null, further: 'other ' }),
    ]),
    ...group('payers', { of: lead.lead, count: null, further: 'further ' }),
    ...group('others', { of: lead.lead, count: null, further: 'other ' }),
  ];
}

interface GroupWords {
  readonly of: string;
  readonly count: number | null;
  readonly further: string;
}
