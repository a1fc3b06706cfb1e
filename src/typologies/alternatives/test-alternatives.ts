import { type Account, compareText, type Row } from '../../foundation/index.js';
import { type AlternativeOutcome, type Finding } from '../../evidence/index.js';
import { type Alternative, type SubjectOutcome } from './alternative.js';
import { type TemporalGraph } from '../../graph/index.js';
import { type AlternativeView } from './alternative-view.js';
import { charity } from './charity.js';
import { communityBoat } from './community-boat.js';
import { crowdfunding } from './crowdfunding.js';
import { fixedPrice } from './fixed-price.js';
import { landlord } from './landlord.js';
import { licensedEscrow } from './licensed-escrow.js';
import { payrollHub } from './payroll-hub.js';
import { remitter } from './remitter.js';
import { savingsClub } from './savings-club.js';
import { shop } from './shop.js';
import { student } from './student.js';
import { greatest } from '../../structures/index.js';

const COMPUTABLE: readonly Alternative[] = Object.freeze([
  savingsClub,
  communityBoat,
  landlord,
  payrollHub,
  charity,
  remitter,
  crowdfunding,
  student,
  shop,
  licensedEscrow,
  fixedPrice,
]);
const COMPUTABLE_BY_ID: ReadonlyMap<string, Alternative> = new Map(COMPUTABLE.map((one) => [one.id, one]));

/** Alternatives that transfers alone cannot tell, and what they would need. */
const NOT_COMPUTABLE: ReadonlyMap<string, readonly [title: string, missing: string]> = new Map([
  ['A01', ['Family remittance', 'how recipients are related and what they spend']],
  ['A09', ['Travel agent', 'merchant categories and refunds']],
  ['A11', ['Kin paid back after arrival', 'where recipients come from']],
  ['A12', ['Sponsor who paid', 'nothing: payers are never subjects of findings']],
  ['A16', ['Group companies', 'owners of companies']],
  ['A17', ['Shared address', 'identifiers of parties']],
]);

/** Titles of all alternatives by id. */
export const ALTERNATIVE_TITLES: ReadonlyMap<string, string> = new Map([
  ...COMPUTABLE.map(({ id, title }) => [id, title] as const),
  ...[...NOT_COMPUTABLE].map(([id, [title]]) => [id, title] as const),
]);

/**
 * Tests innocent alternatives against a finding, in the order of the ids. An alternative passes if it explains every
 * subject of the finding in every currency; a subject that cannot be judged leaves it open. Ids that transfers cannot tell answer
 * `notEvaluable` and say what is missing. O(transfers of the subjects).
 */
export function testAlternatives(
  finding: Finding,
  view: AlternativeView,
  ids: readonly string[],
): readonly AlternativeOutcome[] {
  // All transfers will do for one subject: those of others do not count.
  const rowsOfSubject = finding.subjects.length === 1 ? undefined : rowsBySubject(finding, view);
  const seen = finding.subjects.flatMap((subject) =>
    currenciesOf(rowsOfSubject?.get(subject) ?? finding.rows, subject, view).map((currency) => ({
      subject,
      inCurrency: view.in(currency),
    })),
  );
  return ids.map((id): AlternativeOutcome => {
    const alternative = COMPUTABLE_BY_ID.get(id);
    if (alternative !== undefined) {
      const outcomes = seen.map(({ subject, inCurrency }) => alternative.test(subject, finding, inCurrency));
      return { id, title: alternative.title, ...together(outcomes) };
    }
    const [title, missing] = NOT_COMPUTABLE.get(id) ?? [id, 'a test'];
    return { id, title, outcome: 'notEvaluable', reason: `Not in the data: ${missing}.` };
  });
}

/** The transfers of a finding that each of its subjects makes or receives. */
function rowsBySubject({ subjects, rows }: Finding, view: AlternativeView): Map<Account, Row[]> {
  const own = new Map<Account, Row[]>(subjects.map((subject) => [subject, []]));
  for (const row of rows) {
    const [payer, beneficiary] = [view.graph.payer[row]!, view.graph.beneficiary[row]!];
    own.get(payer)?.push(row);
    if (beneficiary !== payer) own.get(beneficiary)?.push(row);
  }
  return own;
}

/**
 * Currencies that must be explained: those in which at least a third of the subject's counterparties pay it in the
 * finding (or are paid, if nobody does), and in any case the one with most of them.
 */
function currenciesOf(rows: readonly Row[], subject: Account, { graph, parameters }: AlternativeView): number[] {
  const { currency, receivedCurrency } = graph.ledger.columns;
  const { payer, beneficiary } = graph;
  const only = onlyCurrency(rows, subject, graph);
  if (only !== undefined) return [only];
  const payers = new DistinctByCurrency(graph.accountCount);
  for (const row of rows) {
    if (beneficiary[row] === subject && payer[row] !== subject)
      payers.add((receivedCurrency ?? currency)[row]!, payer[row]!);
  }
  const others = payers.total > 0 ? payers : new DistinctByCurrency(graph.accountCount);
  if (others !== payers)
    for (const row of rows) if (payer[row] === subject) others.add(currency[row]!, beneficiary[row]!);
  const most = greatest(others.counts.values(), 0);
  return [...others.counts]
    .filter(([, count]) => count === most || count >= parameters.currencyShare * others.total)
    .map(([code]) => code)
    .sort((left, right) => left - right);
}

/** The currency of all that the subject is paid, or pays if nobody pays it; undefined where there are several or none. */
function onlyCurrency(rows: readonly Row[], subject: Account, graph: TemporalGraph): number | undefined {
  const { currency, receivedCurrency } = graph.ledger.columns;
  const { payer, beneficiary } = graph;
  let [paidIn, paidOut] = [NONE, NONE];
  for (const row of rows) {
    if (beneficiary[row] === subject && payer[row] !== subject) {
      const code = (receivedCurrency ?? currency)[row]!;
      if (paidIn !== NONE && paidIn !== code) return undefined;
      paidIn = code;
    } else if (payer[row] === subject && paidOut !== SEVERAL) {
      paidOut = paidOut === NONE || paidOut === currency[row]! ? currency[row]! : SEVERAL;
    }
  }
  const code = paidIn === NONE ? paidOut : paidIn;
  return code < 0 ? undefined : code;
}

/** In place of a currency. */
const NONE = -1;
const SEVERAL = -2;

/** How many different accounts there are in each currency; one that is there in two counts in both. */
class DistinctByCurrency {
  readonly counts = new Map<number, number>();
  total = 0;
  readonly #accountCount: number;
  readonly #seen = new Set<number>();

  constructor(accountCount: number) {
    this.#accountCount = accountCount;
  }

  add(currency: number, account: Account): void {
    const before = this.#seen.size;
    this.#seen.add(currency * this.#accountCount + account);
    if (this.#seen.size === before) return;
    this.total++;
    this.counts.set(currency, (this.counts.get(currency) ?? 0) + 1);
  }
}

/** The finding with its alternatives tested; explained if one passed, and then without effect on any score. */
export function withAlternatives(finding: Finding, view: AlternativeView, ids: readonly string[]): Finding {
  const alternatives = testAlternatives(finding, view, ids).map((one) => view.outcomes.shared(one));
  const explained = alternatives.some(({ outcome }) => outcome === 'passed');
  return { ...finding, status: explained ? 'explained' : finding.status, alternatives };
}

/** One outcome for all subjects: the worst of them, with how many passed where there are several. */
function together(outcomes: readonly SubjectOutcome[]): SubjectOutcome {
  if (outcomes.length === 1) return outcomes[0]!;
  const passing = outcomes.filter(({ outcome }) => outcome === 'passed').length;
  // By text, not by account number: which subject speaks for all must not depend on how accounts are called.
  const first = (wanted: SubjectOutcome['outcome']): SubjectOutcome | undefined => {
    let found: SubjectOutcome | undefined;
    for (const one of outcomes) {
      if (one.outcome === wanted && (found === undefined || compareText(one.reason, found.reason) < 0)) found = one;
    }
    return found;
  };
  const decisive = first('notPassed') ?? first('notEvaluable') ?? first('passed');
  if (decisive === undefined) return { outcome: 'notEvaluable', reason: 'No account to judge.' };
  return {
    outcome: decisive.outcome,
    reason: `Holds for ${passing} of ${outcomes.length} accounts and currencies. ${decisive.reason}`,
  };
}
