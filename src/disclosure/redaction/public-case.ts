import { CASE_FORMAT, CASE_NOTICE, SMALLEST_GROUP } from '../document/case-format.js';
import type { CaseDocument } from '../document/case-schema.js';
import { toPowerOfTen } from './coarse-amounts.js';
import { toOneDecimal, toPublicCount } from './coarse-counts.js';
import { isMonth } from './coarse-times.js';
import { ownColumns, ownDetectors, ownNullCheck, STOPPED } from './partner-case.js';
import { bandedCorridors } from './public-corridors.js';
import { isTold, publicLead } from './public-lead.js';
import { type RedactionContext } from './redaction-context.js';
import { knownColumns, knownSentences, knownTypology } from './vocabulary.js';

const REMARKS = [
  'Redacted for everybody: no account, institution, transfer or finding is in it, under a pseudonym neither.',
  'Amounts are the lower end of a power of ten: 1000 means from 1000 to under 10000. Times are months.',
  'Counts are rounded down to multiples of three, from 100 on to two digits. 0 means under three, or not told.',
];

/**
 * A case for everybody: what groups of at least three have in common. Built field by field, as for a partner. Pseudonyms are not in it
 * either: what is published can be set beside everything that was ever made with the same key.
 */
export function publicCase(document: CaseDocument, context: RedactionContext): CaseDocument {
  const { unnamed, closest, nullCheck } = document;
  const { group } = closest;
  const leads = document.leads.filter(isTold).map((lead) => publicLead(lead, context));
  return {
    format: CASE_FORMAT,
    notice: CASE_NOTICE,
    smallestGroup: SMALLEST_GROUP,
    data: publicData(document.data, context),
    leads,
    unnamed: {
      weak: unnamed.weak
        .filter(({ accounts }) => accounts >= SMALLEST_GROUP)
        .map(({ meanScore, feeFlow, accounts }) => ({
          meanScore: toOneDecimal(meanScore),
          feeFlow,
          accounts: toPublicCount(accounts),
        })),
      setAside: unnamed.setAside
        .filter(({ groups }) => groups >= SMALLEST_GROUP)
        .map(({ reading, groups }) => ({
          reading: knownSentences([reading])[0] ?? '',
          groups: toPublicCount(groups),
        })),
      withheld: toPublicCount(unnamed.withheld),
    },
    closest: {
      group:
        group === null || group.accounts < SMALLEST_GROUP
          ? null
          : { accounts: toPublicCount(group.accounts), score: toOneDecimal(group.score), needed: group.needed },
      lacking: knownSentences(closest.lacking),
      columns: ownColumns(closest.columns),
    },
    findings: [],
    detectors: ownDetectors(document.detectors, toPublicCount),
    protectionConcerns: document.protectionConcerns
      .filter(({ findings }) => findings >= SMALLEST_GROUP)
      .map(({ typology, findings, concerned }) => ({
        typology: knownTypology(typology).id,
        findings: toPublicCount(findings),
        concerned: concerned === null ? null : toPublicCount(concerned),
        accounts: [],
      })),
    ...(nullCheck === undefined ? {} : { nullCheck: ownNullCheck(nullCheck) }),
    hubs: [],
    notEvaluable: document.notEvaluable.map(({ typology, missing }) => ({
      typology: knownTypology(typology).id,
      missing: knownColumns(missing),
    })),
    incomplete: document.incomplete.length === 0 ? [] : [STOPPED],
    remarks: REMARKS,
  };
}

function publicData(data: CaseDocument['data'], context: RedactionContext): CaseDocument['data'] {
  const months = data.months.filter(({ month, transfers }) => isMonth(month) && transfers >= SMALLEST_GROUP);
  const told = months.map(({ month }) => month).sort();
  const isOrder = data.precision === 'order' || data.precision === 'step';
  return {
    transfers: toPublicCount(data.transfers),
    accounts: toPublicCount(data.accounts),
    precision: isOrder ? data.precision : 'month',
    period: told.length === 0 ? null : { first: told[0]!, last: told.at(-1)! },
    months: months.map(({ month, currency, transfers, amount }) => ({
      month,
      currency: context.currencies.label(currency),
      transfers: toPublicCount(transfers),
      amount: toPowerOfTen(amount) ?? '0',
    })),
    corridors: bandedCorridors(data.corridors, context),
  };
}
