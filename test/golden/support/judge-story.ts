import {
  accountsTable,
  caseJsonText,
  findingsTable,
  leadsTable,
  leadTransfersTable,
  outsideFindingsTable,
} from '../../../src/export/index.js';
import { type FindingStatus } from '../../../src/evidence/index.js';
import { type GuardSummary, investigate, type Investigation } from '../../../src/investigation/index.js';
import { askCase } from '../../../src/questions/index.js';
import { createLedger, type TransferInput } from '../../../src/ledger/index.js';
import { type GuardLists } from '../../../src/typologies/index.js';
import { accountsOf, type Story } from './story.js';

/** A finding, with accounts as text. */
export interface ToldFinding {
  readonly typology: string;
  readonly status: FindingStatus;
  readonly subjects: readonly string[];
  /** Subjects that the case names. */
  readonly shown: readonly string[];
  readonly payerCount: number;
  readonly measured: ReadonlyMap<string, number | string>;
  readonly alternatives: ReadonlyMap<string, string>;
}

/** What an investigation at default settings says of a story and of those around it. */
export interface JudgedStory {
  readonly leads: readonly { readonly level: string; readonly accounts: readonly string[]; readonly payers: number }[];
  readonly findings: readonly ToldFinding[];
  /** Accounts of the story that a lead lists, and accounts of others that one lists. */
  readonly listed: readonly string[];
  readonly listedOthers: readonly string[];
  readonly document: Investigation['document'];
  /** Every byte of the case files but the manifest, which takes no accounts; and what the case answers. */
  readonly caseText: string;
  /** Of these the tables of leads, accounts and findings: what must not grow with the number of payers. */
  readonly summaryText: string;
  /** What vouching suppressed. */
  readonly guarded: GuardSummary;
  readonly honestAccounts: number;
  /** Fired findings about nobody of the story. */
  readonly findingsAboutOthers: number;
}

/** Investigates a story within ordinary traffic, once and at default settings. */
export function judgeStory(story: Story, traffic: readonly TransferInput[]): JudgedStory {
  const { ledger } = createLedger([...traffic, ...story.transfers]);
  const accountOf = (account: string): number[] => [ledger.accounts.find({ institution: '', account }) ?? []].flat();
  const guardLists: GuardLists = {
    licensedRemitters: new Set((story.licensed ?? []).flatMap(accountOf)),
    registeredBodies: new Set((story.registered ?? []).flatMap(accountOf)),
  };
  const { document, leads, findings, guarded } = investigate(ledger, { guardLists });
  const own = accountsOf(story);
  const textOf = (account: number): string => ledger.accounts.key(account).account;
  const nodeText = (node: number): string => ledger.accounts.membersOf(node).map(textOf).sort()[0]!;
  const told = findings.map(({ finding, accounts }): ToldFinding => ({
    typology: finding.typology,
    status: finding.status,
    subjects: finding.subjects.map(nodeText).sort(),
    shown: accounts.map(({ account }) => account).sort(),
    payerCount: finding.payers.length,
    measured: new Map(finding.measured.map(({ name, value }) => [name, value])),
    alternatives: new Map(finding.alternatives.map(({ id, outcome }) => [id, outcome])),
  }));
  const listed = leads.flatMap(({ operators }) => operators.flatMap(({ names }) => names.map((name) => name.account)));
  const about = told.filter(({ subjects }) => subjects.some((subject) => own.has(subject)));
  return {
    leads: leads.map(({ level, operators, payers }) => ({
      level,
      accounts: operators.flatMap(({ names }) => names.map(({ account }) => account)).sort(),
      payers: payers.count,
    })),
    findings: about,
    listed: listed.filter((account) => own.has(account)).sort(),
    listedOthers: listed.filter((account) => !own.has(account)).sort(),
    document,
    caseText:
      textOfTables(document, [...SUMMARY, outsideFindingsTable, caseJsonText, transferTables]) +
      JSON.stringify(askCase(document)),
    summaryText: textOfTables(document, SUMMARY),
    guarded,
    honestAccounts: ledger.accounts.size - story.operators.length,
    findingsAboutOthers: told.filter((one) => one.status === 'fired' && !about.includes(one)).length,
  };
}

/** Fired findings of a typology. */
export function firedOf({ findings }: JudgedStory, typology: string): readonly ToldFinding[] {
  return findings.filter((one) => one.typology === typology && one.status === 'fired');
}

/** The lead that lists most of some accounts, with its share of them; undefined where none lists any. */
export function leadAbout(
  { leads }: JudgedStory,
  accounts: readonly string[],
): { level: string; share: number } | undefined {
  const wanted = new Set(accounts);
  const shares = leads.map((lead) => ({
    level: lead.level,
    share: lead.accounts.filter((account) => wanted.has(account)).length / wanted.size,
  }));
  const [best] = shares.sort((a, b) => b.share - a.share);
  return best === undefined || best.share === 0 ? undefined : best;
}

type Document = Investigation['document'];
type Table = (document: Document) => Iterable<string>;

const SUMMARY: readonly Table[] = [leadsTable, accountsTable, findingsTable];

function* transferTables({ leads, data }: Document): Generator<string, void> {
  for (const lead of leads) yield* leadTransfersTable(lead, data.precision);
}

function textOfTables(document: Document, tables: readonly Table[]): string {
  return tables.flatMap((write) => [...write(document)]).join('');
}
