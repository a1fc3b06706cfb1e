import { type Finding, type Measure } from '../evidence/index.js';
import { stopped } from '../foundation/index.js';
import { type Ledger } from '../ledger/index.js';
import { legsMatch } from './amount-match.js';
import { CHOICE, citation } from './bibliography.js';
import { boundFindings, MAX_FINDINGS } from './bound-findings.js';
import { type Detection, type DetectionContext, type Detector, type ParameterValues } from './detector.js';
import { ascending, hubFlags, moneyMeasures } from './finding-parts.js';
import { findScatterGather, type ScatterGatherHit } from './scatter-gather-windows.js';
import { hoursBetween, windowLength, windowRemarks } from './window-length.js';

type Name =
  | 'minBetween'
  | 'windowHours'
  | 'dwellHours'
  | 'minLegMatch'
  | 'unordered'
  | 'allowReturn'
  | 'maxStepsPerPayer'
  | 'maxFindings';

/**
 * One account pays several others, and they pay one and the same account: money that may have taken parallel ways. The
 * accounts in between and the receiver are subjects, the account that pays is a payer. Staff of one employer who pay
 * one landlord look the same, hence by default the two legs must be of comparable amounts. One finding per payer and
 * receiver: the window with most accounts in between. Hubs take no part. O(wedges).
 */
export const scatterGather: Detector<Name> = {
  id: 'scatter-gather',
  indicator: undefined,
  version: 1,
  title: 'One payer, several ways, one receiver',
  question: 'Between which two accounts could money have moved over several others at the same time?',
  citations: [citation('blanusa-2024'), citation('altman-2023')],
  countClass: 'supporting',
  family: 'structure',
  requires: ['time', 'amount'],
  parameters: {
    minBetween: {
      value: 3,
      unit: 'count',
      meaning: 'Least number of distinct accounts in between',
      source: CHOICE,
      range: [2, Number.MAX_SAFE_INTEGER],
    },
    windowHours: { value: 168, unit: 'hours', meaning: 'Greatest span of the pattern, inclusive', source: CHOICE },
    dwellHours: {
      value: 72,
      unit: 'hours',
      meaning: 'Greatest time from being paid to paying on, inclusive; not looked at if unordered',
      source: CHOICE,
    },
    minLegMatch: {
      value: 0.5,
      unit: 'share',
      meaning:
        'Least ratio of the smaller to the larger of the two amounts of an account in between, in one currency; 0 = not asked for',
      source: CHOICE,
    },
    unordered: {
      value: 0,
      unit: 'switch',
      meaning: '0 = accounts in between are paid before they pay; 1 = in any order within the window',
      source: CHOICE,
    },
    allowReturn: {
      value: 0,
      unit: 'switch',
      meaning: '1 = the receiver may be the payer; many planted patterns of AMLworld return',
      source: CHOICE,
    },
    maxStepsPerPayer: {
      value: 1_000_000,
      unit: 'count',
      meaning: 'Payers that need more steps of search are left out, and the answer is marked incomplete',
      source: CHOICE,
    },
    maxFindings: MAX_FINDINGS,
  },
  alsoLooksLike: ['A02', 'A05', 'A11', 'A13', 'A16'],
  detect,
};

function detect({ graph, ties, hubs }: DetectionContext, parameters: ParameterValues<Name>): Detection {
  const { ledger } = graph;
  const { minLegMatch, maxFindings } = parameters;
  const { hits, payersLeftOut } = findScatterGather(graph, {
    leastBetween: parameters.minBetween,
    span: windowLength(parameters.windowHours, ledger.precision),
    dwell: windowLength(parameters.dwellHours, ledger.precision),
    ordered: parameters.unordered === 0,
    sameInstant: ties === 'same-instant-allowed',
    allowReturn: parameters.allowReturn === 1,
    setAside: hubFlags(graph.accountCount, hubs),
    accept: (into, outOf) => minLegMatch === 0 || legsMatch(ledger, into, outOf, minLegMatch),
    maxStepsPerPayer: parameters.maxStepsPerPayer,
  });
  const findings = boundFindings(hits, maxFindings, compareHits, (hit): Finding => {
    const subjects = ascending([...hit.between, hit.receiver]);
    return {
      typology: scatterGather.id,
      version: scatterGather.version,
      countClass: scatterGather.countClass,
      family: scatterGather.family,
      status: 'fired',
      strength: 1,
      subjects,
      payers: hit.payer === hit.receiver ? [] : [hit.payer],
      receivers: [],
      rows: ascending([...hit.scattered, ...hit.gathered]),
      measured: measure(ledger, hit, parameters),
      alternatives: [],
    };
  });
  const remarks = windowRemarks(ledger.precision);
  if (payersLeftOut === 0) return { status: 'evaluated', findings, remarks };
  const limits = [`maxStepsPerPayer ${parameters.maxStepsPerPayer}`, findings.stoppedBy ?? ''];
  const stoppedBy = limits.filter((text) => text !== '').join(', ');
  const leftOut = `Payers left out because they needed too many steps of search: ${payersLeftOut}`;
  return { status: 'evaluated', findings: stopped(findings.items, stoppedBy), remarks: [...remarks, leftOut] };
}

/** More accounts in between first, then shorter, then earlier; account numbers decide last. */
function compareHits(left: ScatterGatherHit, right: ScatterGatherHit): number {
  return (
    right.between.length - left.between.length ||
    left.lastMs - left.firstMs - (right.lastMs - right.firstMs) ||
    left.firstMs - right.firstMs ||
    left.payer - right.payer ||
    left.receiver - right.receiver
  );
}

function measure(ledger: Ledger, hit: ScatterGatherHit, { minBetween, windowHours }: ParameterValues<Name>): Measure[] {
  const spanHours = hoursBetween(hit.firstMs, hit.lastMs, ledger.precision);
  return [
    { name: 'between', value: hit.between.length, unit: 'count', threshold: minBetween },
    { name: 'spanHours', value: spanHours, unit: 'hours', threshold: windowHours },
    ...moneyMeasures(ledger, 'amountScattered', hit.scattered),
    ...moneyMeasures(ledger, 'amountGathered', hit.gathered),
  ];
}
