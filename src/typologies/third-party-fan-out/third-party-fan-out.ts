import { CHOICE, citation, type ParameterValues } from '../../evidence/index.js';
import { complete } from '../../foundation/index.js';
import { channelCode } from '../../ledger/index.js';
import { MAX_FINDINGS } from '../findings/bound-findings.js';
import { hasClock, NO_CLOCK } from '../time/clock-time.js';
import { type Detection, type DetectionContext, type Detector } from '../detector.js';
import { everybodysAccounts } from '../relations/everybodys-accounts.js';
import { hubFlags } from '../finding-parts.js';
import { evaluated } from '../findings/fired-finding.js';
import { isFilledInAll } from '../place-level.js';
import { findSharedRecipients, type RecipientRule } from './recipient-search.js';

type Name = 'minRecipients' | 'minCountries' | 'minPlaces' | 'minSenders' | 'maxFindings';

/**
 * One person sends to at least five unrelated people in several countries or towns, and so does another, unlinked person,
 * and both pay the same recipient (I18). Looked at over all data: it may be a handful of transfers a year, and only the
 * shared recipient gives it away. That recipient is the subject; senders are payers and stay unnamed, since supporting
 * one's own family abroad looks the same. Payments by card or within one town, help paid every month or two, and accounts
 * that everybody deals with do not count. Hubs are left out. O(transfers).
 */
export const thirdPartyFanOut: Detector<Name> = {
  id: 'third-party-fan-out',
  indicator: 'I18',
  version: 1,
  title: 'Unlinked people who each send to many places pay the same recipient',
  question: 'Does one person send many small transfers to unrelated people, some of whom others also pay?',
  citations: [citation('austrac-branches'), citation('austrac-third-party')],
  countClass: 'supporting',
  family: 'structure',
  requires: ['time'],
  parameters: {
    minRecipients: {
      value: 5,
      unit: 'count',
      meaning: 'Least number of recipient families of a sender',
      source: CHOICE,
    },
    minCountries: {
      value: 2,
      unit: 'count',
      meaning: 'Least number of countries they are in',
      source: CHOICE,
    },
    minPlaces: {
      value: 3,
      unit: 'count',
      meaning: 'Or least number of towns they are in',
      source: CHOICE,
    },
    minSenders: {
      value: 2,
      unit: 'count',
      meaning: 'Least number of unlinked senders of that kind who pay the recipient',
      source: CHOICE,
      range: [2, Number.MAX_SAFE_INTEGER],
    },
    maxFindings: MAX_FINDINGS,
  },
  alsoLooksLike: ['A01', 'A04', 'A06', 'A07', 'A08', 'A13'],
  locality: { kind: 'relations', relaxed: { minSenders: 1 }, survey: placedTransfers },
  detect,
};

const CARD = channelCode('card');

/** Which transfers count, and the columns in which enough of them say where the recipient is. */
function placedTransfers({ graph, columns }: DetectionContext): Pick<RecipientRule, 'counts' | 'places' | 'countries'> {
  const { ledger } = graph;
  const { placeFrom, placeTo, countryTo, channel } = ledger.columns;
  const isLocal = (row: number): boolean => (placeFrom?.[row] ?? -1) >= 0 && placeFrom?.[row] === placeTo?.[row];
  const counts = (row: number): boolean =>
    channel[row] !== CARD && graph.payer[row] !== graph.beneficiary[row] && !isLocal(row);
  const all = { looksAt: counts, columns };
  const places = isFilledInAll(graph, 'third-party-fan-out placeTo', placeTo, all) ? placeTo : undefined;
  const countries = isFilledInAll(graph, 'third-party-fan-out countryTo', countryTo, all) ? countryTo : undefined;
  return { counts, places, countries };
}

function detect(context: DetectionContext, p: ParameterValues<Name>): Detection {
  const { graph, hubs, alternatives: habits, explain } = context;
  if (!hasClock(graph.ledger)) return NO_CLOCK;
  const { counts, places, countries } = placedTransfers(context);
  if (places === undefined && countries === undefined) {
    return { status: 'notEvaluable', missing: ['placeTo or countryTo'] };
  }
  const hubFlag = hubFlags(graph.accountCount, hubs);
  const setAside = everybodysAccounts(graph, hubFlag);
  const found = findSharedRecipients(graph, { ...p, places, countries, counts, setAside, habits });
  return evaluated(thirdPartyFanOut, complete(found), { maxFindings: p.maxFindings, explain });
}
