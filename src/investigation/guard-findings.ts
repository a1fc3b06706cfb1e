import { type Account, compareText, UsageError } from '../foundation/index.js';
import { type AlternativeOutcome, type Finding } from '../evidence/index.js';
import { type TemporalGraph } from '../graph/index.js';
import {
  type AlternativeParameters,
  AlternativeView,
  type DetectorRun,
  type GuardLists,
  withAlternatives,
} from '../typologies/index.js';

/** What guard lists did to an investigation. Suppressed findings are counted, not forgotten. */
export interface GuardSummary {
  /** Accounts vouched for, each once. */
  readonly accounts: number;
  /** Findings about at least one of them. */
  readonly findings: number;
  /** Those that would have fired, and are explained because of the lists. */
  readonly explainedByLists: number;
  /** The same by registry id, in its order. */
  readonly explainedByTypology: Readonly<Record<string, number>>;
  /** Those that still fire, since they are also about accounts that nobody vouches for. */
  readonly stillFired: number;
}

/** Detector runs after guard lists were heard. */
export interface GuardedRuns {
  readonly runs: readonly DetectorRun[];
  readonly summary: GuardSummary;
}

/** What {@link guardFindings} goes by. */
export interface GuardFindingsOptions {
  readonly lists: Required<GuardLists>;
  readonly hubs: ReadonlySet<Account>;
  /** Of the innocent alternatives. Default `ALTERNATIVE_DEFAULTS`. */
  readonly parameters?: AlternativeParameters;
}

/** Every detector hears it, also those whose pattern no charity or remitter is expected to show. */
const VOUCHED: AlternativeOutcome = Object.freeze({
  id: 'R12',
  title: 'Guard list',
  outcome: 'passed',
  reason: 'The user vouches for every account that it is about.',
});

/**
 * The lists as graph nodes. A registration or licence is its holder's: where the graph joins the accounts of a holder, one
 * of them on a list vouches for all.
 *
 * @throws UsageError `guard-list-account` for a number that is no account
 */
export function guardedNodes(graph: TemporalGraph, lists: GuardLists): Required<GuardLists> {
  const { unit } = graph.ledger.accounts;
  const nodeOf = (account: Account): Account => {
    const node = unit[account];
    if (node === undefined) {
      throw new UsageError(
        'guard-list-account',
        `Expected guardLists to hold accounts below ${graph.accountCount} but received ${account}`,
      );
    }
    return graph.holdersJoined ? node : account;
  };
  const { registeredBodies = new Set(), licensedRemitters = new Set() } = lists;
  return {
    registeredBodies: new Set([...registeredBodies].map(nodeOf)),
    licensedRemitters: new Set([...licensedRemitters].map(nodeOf)),
  };
}

/**
 * Explains every finding whose subjects are all vouched for, whatever its detector, and counts what the lists suppressed:
 * findings that no other innocent alternative explains. `runs` have been tested with the same lists.
 */
export function guardFindings(
  runs: readonly DetectorRun[],
  graph: TemporalGraph,
  { lists, hubs, parameters }: GuardFindingsOptions,
): GuardedRuns {
  const vouched = vouchedNodes(lists);
  const withoutLists = new AlternativeView(graph, hubs, { parameters });
  const explainedByTypology = new Map<string, number>();
  let about = 0;
  let stillFired = 0;
  const hear = (finding: Finding, alsoLooksLike: readonly string[]): Finding => {
    const known = finding.subjects.filter((subject) => vouched.has(subject)).length;
    if (known === 0) return finding;
    about++;
    const all = known === finding.subjects.length;
    const heard = all
      ? { ...finding, status: 'explained' as const, alternatives: [...finding.alternatives, VOUCHED] }
      : finding;
    if (heard.status === 'fired') stillFired++;
    else if (withAlternatives({ ...finding, status: 'fired' }, withoutLists, alsoLooksLike).status === 'fired') {
      explainedByTypology.set(finding.typology, (explainedByTypology.get(finding.typology) ?? 0) + 1);
    }
    return heard;
  };
  const guarded = runs.map((run): DetectorRun => {
    const { detector, detection } = run;
    if (vouched.size === 0 || detection.status === 'notEvaluable') return run;
    const items = detection.findings.items.map((finding) => hear(finding, detector.alsoLooksLike));
    return { ...run, detection: { ...detection, findings: { ...detection.findings, items } } };
  });
  const byTypology = [...explainedByTypology].sort(([a], [b]) => compareText(a, b));
  return {
    runs: guarded,
    summary: {
      accounts: vouched.size,
      findings: about,
      explainedByLists: byTypology.reduce((sum, [, count]) => sum + count, 0),
      explainedByTypology: Object.fromEntries(byTypology),
      stillFired,
    },
  };
}

/** One sentence on what guard lists did; undefined where none were used. Names nobody. */
export function describeGuards(summary: GuardSummary): string | undefined {
  const { accounts, findings, explainedByLists, stillFired } = summary;
  if (accounts === 0) return undefined;
  return (
    `guard lists: the user vouches for ${accounts} accounts, which are named nowhere; of ${findings} findings about them ` +
    `${explainedByLists} are explained by the lists alone and ${stillFired} still fire because of other accounts`
  );
}

/** All nodes of the lists. */
export function vouchedNodes({ registeredBodies, licensedRemitters }: Required<GuardLists>): ReadonlySet<Account> {
  return new Set([...registeredBodies, ...licensedRemitters]);
}
