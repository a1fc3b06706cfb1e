import { type CaseGraph } from './case-graph.js';
import { entityIds, partyEntities, type PartyIds } from './ftm-parties.js';
import { type FtmEntity, ftmEntity } from './ftm-entity.js';
import { type GraphEdge } from './lead-edges.js';
import { isDecimal } from './shown-text.js';

/**
 * FollowTheMoney entities, one JSON object a line, for Aleph, OpenAleph, yente and others: a `BankAccount` for each account
 * of an operator, a `LegalEntity` for its holder, who is not known, one `LegalEntity` for all protected payers of a lead and
 * one for everybody else, and a `Payment` for each transfer, with file and line as `recordId`. Ids are the same for the
 * same case. Payers are no entity of their own, and the entity that stands for them is no person.
 *
 * @see https://followthemoney.tech/explorer/schemata/Payment/
 */
export function* ftmText(graph: CaseGraph): Generator<string, void> {
  const ids = entityIds(graph);
  for (const entity of partyEntities(graph)) yield `${JSON.stringify(entity)}\n`;
  for (const edge of graph.edges) {
    const source = ids.get(edge.source)!;
    const target = ids.get(edge.target)!;
    yield `${JSON.stringify(payment(graph, edge, { source, target }))}\n`;
  }
}

function payment(
  { key }: CaseGraph,
  edge: GraphEdge,
  { source, target }: { readonly source: PartyIds; readonly target: PartyIds },
): FtmEntity {
  const where = [
    [edge.placeFrom, edge.countryFrom],
    [edge.placeTo, edge.countryTo],
  ].map((parts) => parts.filter((part) => part !== null).join(', ') || '?');
  return ftmEntity(`${key}-${edge.id}`, 'Payment', {
    payer: source.holder,
    payerAccount: source.account,
    beneficiary: target.holder,
    beneficiaryAccount: target.account,
    amount: isDecimal(edge.amount) ? edge.amount : null,
    currency: edge.currency,
    // The model knows no zone: dates are UTC.
    date: edge.time?.replace('Z', '') ?? null,
    sequenceNumber: edge.position === null ? null : String(edge.position),
    transactionNumber: edge.id,
    recordId: `${edge.file}:${edge.line}`,
    description: [
      `Lead ${edge.lead}, ${edge.flow}`,
      ...(edge.channel === null ? [] : [edge.channel]),
      ...(where.every((place) => place === '?') ? [] : [where.join(' to ')]),
      ...(edge.findings.length === 0 ? [] : [`findings ${edge.findings.join(' ')}`]),
    ].join('; '),
  });
}
