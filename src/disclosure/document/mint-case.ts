import { type TemporalGraph } from '../../graph/index.js';
import { type SettledJudgement, type ScoreParameters } from '../../judgement/index.js';
import { FEE_FLOW, type FormedLead } from '../../leads/index.js';
import { type DetectorRun } from '../../typologies/index.js';
import { type CaseFile } from '../case-file.js';
import { CASE_FORMAT, CASE_NOTICE, SMALLEST_GROUP } from './case-format.js';
import type { CaseDocument } from './case-schema.js';
import { closestToLead } from './closest.js';
import { overviewOf } from './data-overview.js';
import { viewOfLead } from './lead-view.js';
import { listDetectors } from './list-detectors.js';
import { type Sensitivity } from '../sensitivity.js';
import { mintActivity } from './mint-activity.js';
import { mintFinding } from './mint-finding.js';
import { mintLead } from './mint-lead.js';

/** What a document is made from besides the case itself. */
export interface MintParts {
  readonly graph: TemporalGraph;
  readonly runs: readonly DetectorRun[];
  readonly judgement: SettledJudgement | undefined;
  /** What the data lack for judging; see `missingForJudgement`. */
  readonly missing: readonly string[];
  /** The leads of the case before they were named, in its order. */
  readonly formed: readonly FormedLead[];
  readonly score: ScoreParameters;
}

/**
 * The case as one plain value, ready for JSON: the document that reports and exports are made from, and that case.json
 * is. Names in it have passed the protection of the case; payers are numbers. Shares nothing with the case.
 */
export function mintCase(caseFile: CaseFile, parts: MintParts): CaseDocument {
  const { graph, runs, formed } = parts;
  const { ledger, protection, unnamed, findings, protectionConcerns, hubs, nullCheck, sensitivity } = caseFile;
  const titles = new Map<string, string>(
    [FEE_FLOW, ...runs.map(({ detector }) => detector)].map((one) => [one.id, one.title]),
  );
  const leads = caseFile.leads.map((lead, i) =>
    mintLead(viewOfLead(graph, protection, lead, formed[i]!), {
      titles,
      findings: findings.filter((one) => one.lead === lead.id).map(({ id }) => id),
    }),
  );
  const activity = mintActivity(graph, caseFile);
  const plain = ({
    institution,
    account,
  }: {
    institution: string;
    account: string;
  }): { institution: string; account: string } => ({
    institution,
    account,
  });
  return {
    format: CASE_FORMAT,
    notice: CASE_NOTICE,
    smallestGroup: SMALLEST_GROUP,
    data: overviewOf(graph),
    leads: leads.map(({ document }) => document),
    unnamed: {
      weak: unnamed.weak.map((group) => ({ ...group })),
      setAside: unnamed.setAside.map((group) => ({ ...group })),
      withheld: unnamed.withheld,
    },
    closest: closestToLead({ ...parts, unnamed, leads: leads.length }),
    findings: findings.map((listed) => mintFinding(ledger, listed, titles)),
    detectors: listDetectors(runs, findings),
    protectionConcerns: protectionConcerns.map(({ typology, findings: count, concerned, accounts }) => ({
      typology,
      findings: count,
      concerned: concerned ?? null,
      accounts: accounts.map(plain),
    })),
    ...(nullCheck === undefined
      ? {}
      : {
          nullCheck: {
            runs: nullCheck.runs,
            leadsFound: [...nullCheck.leadsFound],
            freely: [...nullCheck.freely],
            withinSixteenths: [...nullCheck.withinSixteenths],
            note: nullCheck.note,
            leads: nullCheck.leads,
          },
        }),
    ...(sensitivity === undefined ? {} : { sensitivity: plainSensitivity(sensitivity) }),
    ...(activity === undefined ? {} : { activity }),
    hubs: hubs.map(({ names, counterparties }) => ({ accounts: names?.map(plain) ?? null, counterparties })),
    notEvaluable: caseFile.notEvaluable.map(({ typology, missing }) => ({ typology, missing: [...missing] })),
    incomplete: [...caseFile.incomplete],
    remarks: [...caseFile.remarks, ...leads.flatMap(({ remarks }) => remarks)],
  };
}

function plainSensitivity(moved: Sensitivity): NonNullable<CaseDocument['sensitivity']> {
  const { leads, moves, notMoved, steady, complete, stoppedBy, note } = moved;
  return {
    leads,
    moves: moves.map(({ gone, changed, ...move }) => ({
      ...move,
      gone: [...gone],
      changed: changed.map((one) => ({ ...one })),
    })),
    notMoved: notMoved.map((one) => ({ ...one })),
    steady: [...steady],
    complete,
    ...(stoppedBy === undefined ? {} : { stoppedBy }),
    note,
  };
}
