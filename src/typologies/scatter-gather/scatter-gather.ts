import { CHOICE, citation, type Finding, type Measure, type ParameterValues } from '../../evidence/index.js';
import { type Account, stopped } from '../../foundation/index.js';
import { type Ledger } from '../../ledger/index.js';
import { legsMatch } from '../patterns/amount-match.js';
import { boundFindings, MAX_FINDINGS } from '../findings/bound-findings.js';
import { type Detection, type DetectionContext, type Detector } from '../detector.js';
import { ascending, hubFlags, moneyMeasures } from '../finding-parts.js';
import { OWN_MONEY_PARAMETERS, OwnMoney } from './own-money.js';
import { findScatterGather, type ScatterGatherHit, type ScatterGatherSearch } from './scatter-gather-windows.js';
import { hoursBetween, windowLength, windowRemarks } from '../time/window-length.js';

type Name =
  | 'minBetween'
  | 'windowHours'
  | 'dwellHours'
  | 'minLegMatch'
  | 'minOwnShare'
  | 'unordered'
  | 'allowReturn'
  | keyof typeof OWN_MONEY_PARAMETERS
  | 'maxStepsPerPayer'
  | 'maxFindings';

/**
 * One account u pays several others, and they pay one and the same account w: money that may have taken parallel ways.
 * Staff of one employer who pay one landlord, or one fee, have that shape too, so an account m counts as in between only
 * if it passes on what it was paid for that. There are a payment u > m and a payment m > w, both inside the window, and
 * - m was paid before it paid, at most `dwellHours` before;
 * - the two are about one amount: the smaller is at least `minLegMatch` of the larger, in one currency;
 * - at least `minOwnShare` of the second is money of u by first in, first out, and u neither keeps m (a wage, a pension,
 *   a rent, help) nor may be paying it a wage: see {@link OwnMoney}, which says when exactly.
 *
 * With `unordered` the first condition falls away, and of the third what needs an order, the share. The accounts in
 * between and w are subjects, u is a payer. One finding per u and w: the window with most accounts in between, the
 * earliest of equals. Hubs take no part. Scattering over the same accounts again and again is not found: it cannot be told
 * from wages. O(wedges), plus the transfers of accounts in between where there are enough of them.
 */
export const scatterGather: Detector<Name> = {
  id: 'scatter-gather',
  indicator: undefined,
  version: 2,
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
      value: 0.8,
      unit: 'share',
      meaning:
        'Least ratio of the smaller to the larger of the two amounts of an account in between, in one currency; 0 = not asked for',
      source: CHOICE,
    },
    minOwnShare: {
      value: 0.5,
      unit: 'share',
      meaning:
        'Least share of what an account in between pays on that the payer paid it within dwellHours, first in first out; 0 = not asked for; not looked at if unordered',
      source: CHOICE,
    },
    ...OWN_MONEY_PARAMETERS,
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
  locality: {
    kind: 'window',
    reach: 'pairs',
    candidates: { from: 'slices', list: onParallelWays },
    spanOf: ({ graph }, p) => windowLength(p.windowHours, graph.ledger.precision),
    judged: ({ payers, subjects }) => [...payers, ...subjects],
  },
  detect,
};

type Scene = Pick<DetectionContext, 'graph' | 'ties' | 'hubs'>;

function searchOf({ graph, ties, hubs }: Scene, p: ParameterValues<Name>): Omit<ScatterGatherSearch, 'isPassedOn'> {
  const { ledger } = graph;
  return {
    leastBetween: p.minBetween,
    span: windowLength(p.windowHours, ledger.precision),
    dwell: windowLength(p.dwellHours, ledger.precision),
    ordered: p.unordered === 0,
    sameInstant: ties === 'same-instant-allowed',
    allowReturn: p.allowReturn === 1,
    setAside: hubFlags(graph.accountCount, hubs),
    accept: (into, outOf) => p.minLegMatch === 0 || legsMatch(ledger, into, outOf, p.minLegMatch),
    maxStepsPerPayer: p.maxStepsPerPayer,
  };
}

/** Payers, receivers and accounts in between whose amounts fit, whosever money it is. */
function onParallelWays(context: DetectionContext, p: ParameterValues<Name>): Set<Account> {
  const found = new Set<Account>();
  const note = (payer: Account, receiver: Account, between: readonly Account[]): void => {
    for (const account of [payer, receiver, ...between]) found.add(account);
  };
  findScatterGather(context.graph, { ...searchOf(context, p), isPassedOn: () => false, note });
  return found;
}

function detect({ graph, ties, hubs, explain }: DetectionContext, parameters: ParameterValues<Name>): Detection {
  const { ledger } = graph;
  const { maxFindings } = parameters;
  const search = searchOf({ graph, ties, hubs }, parameters);
  const minOwnShare = search.ordered ? parameters.minOwnShare : 0;
  const money = new OwnMoney(graph, { ties, dwell: search.dwell, minOwnShare, values: parameters });
  const { hits, payersLeftOut } = findScatterGather(graph, {
    ...search,
    isPassedOn: (into, outOf) => money.isPassedOn(into, outOf),
  });
  const findings = boundFindings(
    hits,
    maxFindings,
    compareHits,
    (hit): Finding => {
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
    },
    explain,
  );
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
