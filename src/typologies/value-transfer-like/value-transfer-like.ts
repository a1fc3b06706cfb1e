import { CHOICE, citation, type ParameterValues } from '../../evidence/index.js';
import { complete, stopped } from '../../foundation/index.js';
import { channelCode } from '../../ledger/index.js';
import { type Detection, type DetectionContext, type Detector } from '../detector.js';
import { hubFlags } from '../finding-parts.js';
import { MAX_FINDINGS } from '../findings/bound-findings.js';
import { evaluated } from '../findings/fired-finding.js';
import { isFilledInAll } from '../place-level.js';
import { hasClock, NO_CLOCK } from '../time/clock-time.js';
import { findCollections } from './collection-search.js';
import { stepsOfFile } from '../numbers/steps-of-file.js';

type Name =
  | 'windowDays'
  | 'minFamilies'
  | 'maxGini'
  | 'largestReceivers'
  | 'minReceiverShare'
  | 'minCreditsPerDebit'
  | 'maxSteps'
  | 'maxFindings';

/**
 * Many families pay one account sums of like size, and it pays on in few and large transfers, nearly all of it to two or three
 * receivers in another country (I14): the shape of informal value transfer that settles abroad, and nothing stronger. Such
 * services are legal where they are registered and are mostly used by honest people; with a licence on the user's list the
 * finding is explained by it. What kind of holder anybody is is not in the data, so findings count as reduced (0.6): families are
 * payers that are no hubs, and receivers are in another country than the account by what the transfers say. Importers with many
 * small customers and collections for a cause abroad look the same, so it is context only and names nobody. O(transfers) beside the windows that are looked into.
 */
export const valueTransferLike: Detector<Name> = {
  id: 'value-transfer-like',
  indicator: 'I14',
  version: 2,
  title: 'Informal value transfer-like: many families pay in, a few large payments go abroad',
  question: 'Does an account behave like an informal value transfer service?',
  citations: [citation('fatf-hawala-2013')],
  countClass: 'supporting',
  contextOnly: true,
  family: 'structure',
  requires: ['time', 'amount'],
  parameters: {
    windowDays: { value: 90, unit: 'days', meaning: 'Length of a window, inclusive', source: CHOICE },
    minFamilies: { value: 20, unit: 'count', meaning: 'Least number of families that pay in', source: CHOICE },
    maxGini: {
      value: 0.5,
      unit: 'share',
      meaning: 'Greatest Gini coefficient of what families pay: 0 is the same from each',
      source: CHOICE,
    },
    largestReceivers: {
      value: 3,
      unit: 'count',
      range: [1, Number.MAX_SAFE_INTEGER],
      meaning: 'Number of receivers looked at, those who get most of what goes abroad',
      source: CHOICE,
    },
    minReceiverShare: {
      value: 0.8,
      unit: 'share',
      meaning: 'Least share of all that is paid out which these receivers get abroad',
      source: CHOICE,
    },
    minCreditsPerDebit: {
      value: 5,
      unit: 'count',
      meaning: 'Least number of transfers in for each transfer out',
      source: CHOICE,
    },
    maxSteps: {
      value: 20_000_000,
      unit: 'count',
      meaning:
        'Most transfers in windows that are looked into; of a file of more than 5 million transfers as many more in proportion',
      source: CHOICE,
    },
    maxFindings: MAX_FINDINGS,
  },
  alsoLooksLike: ['A04', 'A06', 'A07', 'A08', 'A13'],
  locality: { kind: 'senders', relaxed: { maxGini: 1 }, survey: crossings },
  detect,
};

const AT_HOME: ReadonlySet<number> = new Set([channelCode('cash'), channelCode('card')]);

/** Where transfers that may cross a border come from and go to; undefined if too few of them say so. */
function crossings({ graph, columns }: DetectionContext): ((row: number) => boolean) | undefined {
  const { channel, countryFrom, countryTo } = graph.ledger.columns;
  const all = { looksAt: (row: number): boolean => !AT_HOME.has(channel[row]!), columns };
  const isFrom = isFilledInAll(graph, 'value-transfer-like countryFrom', countryFrom, all);
  const isTo = isFilledInAll(graph, 'value-transfer-like countryTo', countryTo, all);
  if (!isFrom || !isTo || countryFrom === undefined || countryTo === undefined) return undefined;
  return (row) => countryFrom[row]! >= 0 && countryTo[row]! >= 0 && countryFrom[row] !== countryTo[row];
}

function detect(context: DetectionContext, p: ParameterValues<Name>): Detection {
  const { graph, hubs, explain } = context;
  if (!hasClock(graph.ledger)) return NO_CLOCK;
  const isAbroad = crossings(context);
  if (isAbroad === undefined) return { status: 'notEvaluable', missing: ['countryFrom and countryTo'] };
  const budget = stepsOfFile(p.maxSteps, graph);
  const items = findCollections(graph, { ...p, isAbroad, hubFlag: hubFlags(graph.accountCount, hubs), budget });
  const found = budget.exhausted ? stopped(items, budget.describe()) : complete(items);
  const remarks = ['What kind of holder accounts have is not in the data: findings count as reduced.'];
  return evaluated(valueTransferLike, found, { maxFindings: p.maxFindings, remarks, explain });
}
