import { askWhole } from '../../graph/index.js';
import { CHOICE, citation, type ParameterValues } from '../../evidence/index.js';
import { complete } from '../../foundation/index.js';
import { channelCode } from '../../ledger/index.js';
import { MAX_FINDINGS } from '../findings/bound-findings.js';
import { hasClock, NO_CLOCK } from '../time/clock-time.js';
import { type Detection, type DetectionContext, type Detector } from '../detector.js';
import { hubFlags } from '../finding-parts.js';
import { evaluated } from '../findings/fired-finding.js';
import { isFilledInAll } from '../place-level.js';
import { findPassages, type PassageRule, wiredRecipients } from './passage-search.js';

type Name = 'minCash' | 'anyCurrency' | 'maxDwellHours' | 'minMatched' | 'minPassages' | 'minHolders' | 'maxFindings';

/**
 * Cash that is paid in and wired to another country within three days, again and again, to a recipient whom other,
 * unlinked customers pay the same way (I07). The shared recipient is the subject. Those who pay in and wire are payers:
 * a family that pays a fee, or sends money home, does just that, and which country it is says nothing. Hubs are left out.
 * O(transfers).
 */
export const cashThenWire: Detector<Name> = {
  id: 'cash-then-wire',
  indicator: 'I07',
  version: 1,
  title: 'Cash of several customers is wired abroad within days, to one recipient',
  question: 'Is unexplained cash sent abroad within days, to recipients that other customers also pay?',
  citations: [citation('FIN-2023-Alert001'), citation('FIN-2014-A008')],
  countClass: 'primary',
  family: 'time',
  requires: ['time', 'amount', 'channel'],
  parameters: {
    minCash: {
      value: 500,
      unit: 'money',
      meaning: 'Least cash that counts, in units of its currency; only USD and EUR unless anyCurrency is 1',
      source: citation('arizona-seizures-2006'),
    },
    anyCurrency: {
      value: 0,
      unit: 'switch',
      meaning: '0 = cash in USD and EUR only; 1 = minCash holds for every currency',
      source: CHOICE,
    },
    maxDwellHours: {
      value: 72,
      unit: 'hours',
      meaning: 'Greatest time from the cash to the wire, inclusive',
      source: CHOICE,
    },
    minMatched: {
      value: 0.8,
      unit: 'share',
      meaning: 'Least share of the wire that is the money of one cash credit, by first in, first out',
      source: CHOICE,
    },
    minPassages: {
      value: 3,
      unit: 'count',
      meaning: 'Least number of wires of that kind per customer',
      source: CHOICE,
    },
    minHolders: {
      value: 2,
      unit: 'count',
      meaning: 'Least number of unlinked customers of that kind who pay one recipient',
      source: CHOICE,
      range: [2, Number.MAX_SAFE_INTEGER],
    },
    maxFindings: MAX_FINDINGS,
  },
  alsoLooksLike: ['A01', 'A04', 'A07', 'A13'],
  locality: { kind: 'pairs', relaxed: { minHolders: 1 }, survey: scene },
  detect,
};

const CASH = channelCode('cash');
const WIRES: ReadonlySet<number> = new Set([channelCode('wire'), channelCode('value-transfer')]);
/** Currencies in which the source speaks of 500. */
const NAMED = ['USD', 'EUR'];

/** What to look for in which transfers, or what is missing. */
function scene(
  { graph, columns }: DetectionContext,
  p: ParameterValues<Name>,
): Pick<PassageRule, 'isAbroad' | 'isCash'> | readonly string[] {
  const { ledger } = graph;
  const { channel, countryFrom, countryTo, currency, receivedCurrency } = ledger.columns;
  const isWire = (row: number): boolean => WIRES.has(channel[row]!);
  const all = { looksAt: isWire, columns };
  const missing = [
    ...(isFilledInAll(graph, 'cash-then-wire countryFrom', countryFrom, all) ? [] : ['countryFrom']),
    ...(isFilledInAll(graph, 'cash-then-wire countryTo', countryTo, all) ? [] : ['countryTo']),
  ];
  if (missing.length > 0 || countryFrom === undefined || countryTo === undefined) {
    return missing;
  }
  const known = ledger.currencies.map(({ code }) => p.anyCurrency === 1 || NAMED.includes(code.toUpperCase()));
  const cashIn = receivedCurrency ?? currency;
  const isForeign = askWhole(
    graph,
    'cash-then-wire unknown currencies',
    () => !channel.some((code, row) => code === CASH && known[cashIn[row]!] === true) && channel.includes(CASH),
  );
  if (isForeign) {
    return ['cash in USD or EUR, or minCash for the currency (anyCurrency)'];
  }
  const isAbroad = (row: number): boolean =>
    isWire(row) && countryFrom[row]! >= 0 && countryTo[row]! >= 0 && countryFrom[row] !== countryTo[row];
  const isCash = (row: number): boolean => channel[row] === CASH && known[cashIn[row]!] === true;
  return { isAbroad, isCash };
}

function detect(context: DetectionContext, p: ParameterValues<Name>): Detection {
  const { graph, ties, hubs, explain } = context;
  if (!hasClock(graph.ledger)) return NO_CLOCK;
  const looked = scene(context, p);
  if (!('isCash' in looked)) return { status: 'notEvaluable', missing: looked };
  const hubFlag = hubFlags(graph.accountCount, hubs);
  const passages = findPassages(graph, { ...p, ties, hubFlag, ...looked });
  return evaluated(cashThenWire, complete(wiredRecipients(graph, passages, p)), {
    maxFindings: p.maxFindings,
    explain,
  });
}
