import { type AccountName } from './account-book.js';
import { type FirstLeads, firstLeads } from './evaluation/first-leads.js';
import { matchLeads } from './evaluation/match-leads.js';
import { countPayers, type EmittedText, findPayers, type NamedPayers } from './evaluation/named-payers.js';
import { type RoleCount, roleTable } from './evaluation/role-table.js';
import { type Truth, type TruthNetwork } from './truth.js';

/** An account that a case lists as a member of a lead: a row of accounts.csv. */
export interface ListedAccount extends AccountName {
  /** The lead. */
  readonly cluster: string;
  /** The role the case proposes. */
  readonly role: string;
}

/** What a case emitted, as far as it is judged. */
export interface EmittedCase {
  /** Ids of the leads that count, in the order of the case; accounts of others are left out. */
  readonly clusters: readonly string[];
  /** Level of review of each lead. Default none. */
  readonly levelOf?: ReadonlyMap<string, string>;
  readonly accounts: Iterable<ListedAccount>;
  /** Contents of everything the case wrote, searched for the accounts of payers. */
  readonly emittedTexts: Iterable<string | EmittedText>;
  /** Other output made from the same data, such as traces and paths, searched likewise. Default none. */
  readonly furtherTexts?: Iterable<EmittedText>;
}

/** How well a case fits the truth. Ratios are 0..1; a ratio over nothing is 1 for recall and precision. */
export interface Evaluation {
  readonly networks: number;
  /** A network is found if one lead of its own lists at least half of its core operators; see `matchLeads`. */
  readonly networksFound: number;
  readonly networkRecall: number;
  /** Ids of networks not found, in order. */
  readonly networksMissed: readonly string[];
  /** Mean Jaccard likeness of found networks, by their core, and the leads that found them; 0 if none is found. */
  readonly meanJaccard: number;
  /** Leads that count. */
  readonly leads: number;
  /** The same by level of review, in the order in which levels come. */
  readonly leadsByLevel: readonly { readonly level: string; readonly leads: number }[];
  /** Accounts of the lead that lists most. */
  readonly largestLead: number;
  /** The first 1, 3, 5 and 10 leads. */
  readonly firstLeads: readonly FirstLeads[];
  /** Different accounts listed in the leads that count. */
  readonly listedAccounts: number;
  /** Of these, members of any network, those paid for the journey included. */
  readonly rightAccounts: number;
  /** Share of listed accounts that are members of any network, those paid for the journey included. */
  readonly operatorPrecision: number;
  /** Share of all core operators that are listed in any lead. */
  readonly operatorRecall: number;
  /** Listed accounts that belong to no network, for every 1,000 accounts in the data. */
  readonly falseAlarmsPer1000Accounts: number;
  /** What listed members are, by what the case takes them for in the first lead that lists them. */
  readonly roles: readonly RoleCount[];
  /** Innocent stories of each kind in the truth, in its order, and how many have an account listed in any lead. */
  readonly lookAlikes: readonly { readonly kind: string; readonly planted: number; readonly flagged: number }[];
  readonly payers: number;
  /** Payers whose account number stands as a whole token in a text of the case. Anything but 0 is a failure. */
  readonly payersExposed: number;
  /** The same in any text, the case's and further ones. */
  readonly payersNamedAnywhere: number;
  /** The same by output, those without included. */
  readonly payersNamed: readonly NamedPayers[];
}

/**
 * Holds a case against the truth of a simulated world. Core operators are collectors, mules, coordinators and
 * value-transfer nodes: services paid for the journey may be listed (they count for precision) but need not be found.
 * Roles are laid beside each other and not judged: truth and case call different things by different words.
 *
 * Cost: linear in accounts and emitted text, and that of `matchLeads`.
 */
export function evaluateCase(emitted: EmittedCase, truth: Truth): Evaluation {
  const { leads, proposed } = listLeads(emitted);
  const networks = truth.networks.map((network) => ({ core: coreOf(network), others: servicesOf(network) }));
  const members = networks.map(({ core, others }) => new Set([...core, ...others]));
  const found = matchLeads(networks, leads);
  const isFound = new Set(found.map(({ network }) => network));
  const core = new Set(networks.flatMap((network) => [...network.core]));
  const right = countWhere(proposed.keys(), (key) => members.some((network) => network.has(key)));
  const inCase = findPayers(truth.payers, placed(emitted.emittedTexts));
  const elsewhere = findPayers(truth.payers, emitted.furtherTexts ?? []);
  const everywhere = [...inCase, ...elsewhere];
  return {
    networks: networks.length,
    networksFound: found.length,
    networkRecall: share(found.length, networks.length),
    networksMissed: truth.networks.filter((_, i) => !isFound.has(i)).map(({ id }) => id),
    meanJaccard: found.length === 0 ? 0 : found.reduce((sum, { jaccard }) => sum + jaccard, 0) / found.length,
    leads: leads.length,
    leadsByLevel: countLevels(emitted),
    largestLead: leads.reduce((most, { size }) => Math.max(most, size), 0),
    firstLeads: firstLeads(leads, members),
    listedAccounts: proposed.size,
    rightAccounts: right,
    operatorPrecision: share(right, proposed.size),
    operatorRecall: share(
      countWhere(core, (key) => proposed.has(key)),
      core.size,
    ),
    falseAlarmsPer1000Accounts: truth.accounts === 0 ? 0 : ((proposed.size - right) * 1000) / truth.accounts,
    roles: rolesOf(truth, proposed),
    lookAlikes: flaggedLookAlikes(truth, proposed),
    payers: truth.payers.length,
    payersExposed: countPayers(truth.payers, inCase.values()),
    payersNamedAnywhere: countPayers(
      truth.payers,
      everywhere.map(([, numbers]) => numbers),
    ),
    payersNamed: everywhere.map(([where, numbers]) => ({ where, payers: countPayers(truth.payers, [numbers]) })),
  };
}

/** The leads that count, and by account the role that the first of them proposes. */
function listLeads({ clusters, accounts }: EmittedCase): { leads: Set<string>[]; proposed: Map<string, string> } {
  const leads = new Map(clusters.map((id) => [id, new Set<string>()]));
  const proposed = new Map<string, string>();
  for (const account of accounts) {
    const lead = leads.get(account.cluster);
    if (lead === undefined) continue;
    const key = keyOf(account);
    lead.add(key);
    if (!proposed.has(key)) proposed.set(key, account.role);
  }
  return { leads: [...leads.values()], proposed };
}

function countLevels({ clusters, levelOf }: EmittedCase): Evaluation['leadsByLevel'] {
  const counts = new Map<string, number>();
  for (const id of clusters) {
    const level = levelOf?.get(id) ?? '';
    if (level !== '') counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  return [...counts].map(([level, leads]) => ({ level, leads }));
}

function coreOf(network: TruthNetwork): Set<string> {
  return new Set(network.members.filter((member) => member.role !== 'journey-service').map(keyOf));
}

function servicesOf(network: TruthNetwork): Set<string> {
  return new Set(network.members.filter((member) => member.role === 'journey-service').map(keyOf));
}

function rolesOf({ networks }: Truth, proposed: ReadonlyMap<string, string>): RoleCount[] {
  const members = networks.flatMap((network) => network.members);
  const trueRole = new Map(members.map((member) => [keyOf(member), member.role]));
  return roleTable(
    [...proposed].flatMap(([key, role]) => (trueRole.has(key) ? [{ truth: trueRole.get(key)!, proposed: role }] : [])),
  );
}

function flaggedLookAlikes({ lookAlikes }: Truth, proposed: ReadonlyMap<string, string>): Evaluation['lookAlikes'] {
  const kinds = new Map<string, { planted: number; flagged: number }>();
  for (const { kind, accounts } of lookAlikes) {
    const tally = kinds.get(kind) ?? { planted: 0, flagged: 0 };
    kinds.set(kind, tally);
    tally.planted++;
    if (accounts.some((account) => proposed.has(keyOf(account)))) tally.flagged++;
  }
  return [...kinds].map(([kind, tally]) => ({ kind, ...tally }));
}

function* placed(texts: Iterable<string | EmittedText>): Generator<EmittedText, void> {
  for (const text of texts) yield typeof text === 'string' ? { where: 'case', text } : text;
}

function countWhere<T>(items: Iterable<T>, holds: (item: T) => boolean): number {
  let count = 0;
  for (const item of items) if (holds(item)) count++;
  return count;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function keyOf(name: AccountName): string {
  return JSON.stringify([name.institution, name.account]);
}
