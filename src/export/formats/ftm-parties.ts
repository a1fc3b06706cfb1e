import { type CaseGraph } from './case-graph.js';
import { type FtmEntity, ftmEntity } from './ftm-entity.js';
import { type GroupNode, holderWords, type OperatorNode } from './lead-nodes.js';

/** Which entities stand for a node. The account is null for groups, and where it is not known which of several it was. */
export interface PartyIds {
  readonly holder: string;
  readonly account: string | null;
}

/** Entities of every node, by id of the node. All groups of one kind of a lead are one entity. */
export function entityIds({ nodes, key }: CaseGraph): ReadonlyMap<string, PartyIds> {
  return new Map(
    nodes.map((node) => {
      if (node.kind !== 'operator') return [node.id, { holder: groupEntityId(key, node), account: null }];
      const account = node.accounts.length === 1 ? accountEntityId(key, node, 0) : null;
      return [node.id, { holder: `${key}-${node.id}-holder`, account }];
    }),
  );
}

/** Entities of accounts, holders and groups, in the order of the nodes. */
export function* partyEntities(graph: CaseGraph): Generator<FtmEntity, void> {
  const grouped = new Set<string>();
  for (const node of graph.nodes) {
    if (node.kind === 'operator') {
      yield* operatorEntities(graph, node);
      continue;
    }
    const id = groupEntityId(graph.key, node);
    if (!grouped.has(id)) yield groupEntity(graph, node);
    grouped.add(id);
  }
}

function* operatorEntities({ key, caution }: CaseGraph, node: OperatorNode): Generator<FtmEntity, void> {
  const { role, rule, score, lead, country } = node;
  const code = country !== null && /^[A-Z]{2}$/u.test(country) ? country.toLowerCase() : null;
  const holder = `${key}-${node.id}-holder`;
  yield ftmEntity(holder, 'LegalEntity', {
    name: holderWords(node),
    country: code,
    // Where most transfers take place, in words that are no code.
    address: code === null ? country : null,
    summary: `${role}; lead ${lead}, rule ${rule}, evidence weight ${score.toFixed(2)}`,
    notes: caution,
  });
  for (const [i, { institution, account }] of node.accounts.entries()) {
    const asset = accountEntityId(key, node, i);
    yield ftmEntity(asset, 'BankAccount', {
      name: institution === '' ? account : `${institution}:${account}`,
      accountNumber: account,
      bankName: institution,
      notes: caution,
    });
    yield ftmEntity(`${asset}-held`, 'Ownership', { owner: holder, asset, role: 'holder' });
  }
}

function groupEntity({ key, caution, leads }: CaseGraph, node: GroupNode): FtmEntity {
  const count = leads.find(({ lead }) => lead === node.lead)?.protectedPayers.count;
  const isPayers = node.kind === 'payers';
  return ftmEntity(groupEntityId(key, node), 'LegalEntity', {
    name: isPayers
      ? `protected payers of ${node.lead} (${count}, not named)`
      : `other accounts of ${node.lead}, not named`,
    description: isPayers
      ? 'Stands for everybody who paid and got nothing back. It is no person and no company.'
      : 'Stands for all accounts that are neither operators nor protected payers. It is no person and no company.',
    notes: caution,
  });
}

function groupEntityId(key: string, { lead, kind }: GroupNode): string {
  return `${key}-${lead}-${kind}`;
}

function accountEntityId(key: string, { id }: OperatorNode, account: number): string {
  return `${key}-${id}-account-${account + 1}`;
}
