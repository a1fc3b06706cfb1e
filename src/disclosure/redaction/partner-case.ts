import { CASE_FORMAT, CASE_NOTICE, SMALLEST_GROUP } from '../document/case-format.js';
import type { CaseDocument } from '../document/case-schema.js';
import { toTwoDigits } from './coarse-amounts.js';
import { toOneDecimal, toPartnerCount } from './coarse-counts.js';
import { isMonth, toDay } from './coarse-times.js';
import { partnerFinding } from './partner-finding.js';
import { partnerLead } from './partner-lead.js';
import { type RedactionContext, roundedSums } from './redaction-context.js';
import { isCountryCode, knownColumns, knownSentences, knownTypology, knownUses } from './vocabulary.js';

const REMARK =
  'Redacted for a partner: accounts and institutions are pseudonyms, amounts have two significant digits, times are days, texts are written anew.';
/** In place of what a limit stopped, which is told with numbers. */
export const STOPPED = 'A limit stopped searches; which ones is not passed on.';
const STOPPED_DETECTOR = 'a limit';

/**
 * A case for somebody who works on it elsewhere. Built field by field: what is not taken over here does not exist in the result.
 * See the policy of fields for what becomes of each.
 */
export function partnerCase(document: CaseDocument, context: RedactionContext): CaseDocument {
  const { data, unnamed, closest, nullCheck } = document;
  const leads = document.leads.map((lead) => partnerLead(lead, context));
  return {
    format: CASE_FORMAT,
    notice: CASE_NOTICE,
    smallestGroup: SMALLEST_GROUP,
    data: partnerData(data, context),
    leads,
    unnamed: {
      weak: unnamed.weak.map((one) => ({ ...one, meanScore: toOneDecimal(one.meanScore) })),
      setAside: unnamed.setAside.map(({ reading, groups }) => ({
        reading: knownSentences([reading])[0] ?? '',
        groups,
      })),
      withheld: unnamed.withheld,
    },
    closest: {
      group: closest.group === null ? null : { ...closest.group, score: toOneDecimal(closest.group.score) },
      lacking: knownSentences(closest.lacking),
      columns: ownColumns(closest.columns),
    },
    findings: document.findings.map((finding) => partnerFinding(finding, context)),
    detectors: ownDetectors(document.detectors, (count) => count),
    protectionConcerns: document.protectionConcerns.map((one) => ({
      ...one,
      typology: knownTypology(one.typology).id,
      accounts: context.pseudonyms.accounts(one.accounts),
    })),
    ...(nullCheck === undefined ? {} : { nullCheck: ownNullCheck(nullCheck) }),
    hubs: document.hubs.map(({ counterparties }) => ({
      accounts: null,
      counterparties: toPartnerCount(counterparties),
    })),
    notEvaluable: document.notEvaluable.map(({ typology, missing }) => ({
      typology: knownTypology(typology).id,
      missing: knownColumns(missing),
    })),
    incomplete: document.incomplete.length === 0 ? [] : [STOPPED],
    remarks: [REMARK],
  };
}

function partnerData(data: CaseDocument['data'], context: RedactionContext): CaseDocument['data'] {
  const { precision, period } = data;
  const isOrder = precision === 'order' || precision === 'step';
  return {
    transfers: toPartnerCount(data.transfers),
    accounts: toPartnerCount(data.accounts),
    precision: isOrder ? precision : 'day',
    period: period === null ? null : { first: toDay(period.first), last: toDay(period.last) },
    months: data.months
      .filter(({ month, transfers }) => isMonth(month) && transfers >= SMALLEST_GROUP)
      .map((one) => ({
        ...one,
        currency: context.currencies.label(one.currency),
        amount: toTwoDigits(one.amount) ?? '0',
      })),
    corridors: data.corridors
      .filter(({ from, to }) => isCountryCode(from) && isCountryCode(to))
      .map((one) => ({ ...one, sums: roundedSums(context, one.sums) })),
  };
}

/** What columns would allow, as far as both are our own words. */
export function ownColumns(columns: CaseDocument['closest']['columns']): CaseDocument['closest']['columns'] {
  return columns.flatMap(({ column, allows }) => {
    const uses = knownUses(allows);
    return knownColumns([column]).length === 0 || uses.length === 0 ? [] : [{ column, allows: uses }];
  });
}

/** Patterns looked for in our own words. */
export function ownDetectors(
  detectors: CaseDocument['detectors'],
  change: (count: number) => number,
): CaseDocument['detectors'] {
  return detectors.map(({ id, fired, explained, inLeads, missing, stoppedBy }) => ({
    ...knownTypology(id),
    fired: change(fired),
    explained: change(explained),
    inLeads: change(inLeads),
    missing: missing === null ? null : knownColumns(missing),
    stoppedBy: stoppedBy === null ? null : STOPPED_DETECTOR,
  }));
}

type NullCheck = NonNullable<CaseDocument['nullCheck']>;

/** Numbers of exchanged data tell of nobody; the note is said anew. */
export function ownNullCheck({ runs, leadsFound, freely, withinSixteenths, leads }: NullCheck): NullCheck {
  const found = leadsFound.filter((count) => count > 0).length;
  return {
    runs,
    leadsFound: [...leadsFound],
    freely: [...freely],
    withinSixteenths: [...withinSixteenths],
    note: `Leads in ${String(found)} of ${String(leadsFound.length)} files with beneficiaries exchanged at random; none is expected.`,
    leads,
  };
}
