import { type GraphEdge } from '../lead-edges.js';
import { type GraphNode, holderWords } from '../lead-nodes.js';
import { isDecimal } from '../shown-text.js';
import { clipped, type DraftPart, element, missing, text, textOr } from './draft-part.js';

/** Both ends of a transfer. */
export interface TransactionEnds {
  readonly source: GraphNode;
  readonly target: GraphNode;
}

/** A transfer as transaction, in the order of goAML 5.0.2. */
export function transactionParts(edge: GraphEdge, { source, target }: TransactionEnds): DraftPart[] {
  const where = [edge.placeFrom, edge.countryFrom].filter((part) => part !== null).join(', ');
  const proves = edge.findings.length === 0 ? '' : `, findings ${edge.findings.join(' ')}`;
  return [
    text('transactionnumber', edge.id),
    textOr('transaction_location', where === '' ? null : clipped(where, 255), 'where it was made'),
    text(
      'transaction_description',
      clipped(`DRAFT. Lead ${edge.lead}: ${edge.flow}, ${edge.file}:${edge.line}${proves}`, 8000),
    ),
    textOr('date_transaction', edge.dateTime?.replace('Z', '') ?? null, 'when it was made'),
    missing('transmode_code', 'how it was made, from the code list of the unit'),
    textOr('transmode_comment', edge.channel, 'how it was made, in words'),
    missing('amount_local', 'amount in the local currency'),
    element('t_from', sideParts('from', edge, source)),
    element('t_to', sideParts('to', edge, target)),
  ];
}

function sideParts(side: 'from' | 'to', edge: GraphEdge, node: GraphNode): DraftPart[] {
  const { amount, currency } = edge;
  const country = side === 'from' ? edge.countryFrom : edge.countryTo;
  return [
    missing(`${side}_funds_code`, 'kind of funds, from the code list of the unit'),
    ...(isDecimal(amount) && currency !== null
      ? [element(`${side}_foreign_currency`, [text('foreign_currency_code', currency), text('foreign_amount', amount)])]
      : []),
    partyPart(side, node),
    textOr(`${side}_country`, country, 'country, by the code list of the unit'),
  ];
}

/** An operator with one account is that account; holders of several, and groups, are entities without an identity. */
function partyPart(side: 'from' | 'to', node: GraphNode): DraftPart {
  if (node.kind !== 'operator') return element(`${side}_entity`, [text('name', `${node.label}, not named`)]);
  const [first] = node.accounts;
  if (first === undefined || node.accounts.length > 1) {
    return element(`${side}_entity`, [text('name', clipped(holderWords(node), 255))]);
  }
  return element(`${side}_account`, [
    ...(first.institution === '' ? [] : [text('institution_name', first.institution)]),
    missing('institution_code', 'code of the institution; some schemas take swift instead'),
    text('account', first.account),
    node.holders.length > 0
      ? text('account_name', clipped(holderWords(node), 255))
      : missing('account_name', 'name of the account: the case holds no names'),
  ]);
}
