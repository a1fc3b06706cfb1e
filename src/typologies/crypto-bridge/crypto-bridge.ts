import { CHOICE, citation, type ParameterValues } from '../../evidence/index.js';
import { complete } from '../../foundation/index.js';
import { MAX_FINDINGS } from '../findings/bound-findings.js';
import { hasClock, NO_CLOCK } from '../time/clock-time.js';
import { type Detection, type DetectionContext, type Detector } from '../detector.js';
import { everybodysAccounts } from '../relations/everybodys-accounts.js';
import { hubFlags } from '../finding-parts.js';
import { evaluated } from '../findings/fired-finding.js';
import { findBridges } from './bridge-search.js';

type Name = 'minShare' | 'maxDwellHours' | 'minHolders' | 'minSenders' | 'maxFindings';

/**
 * Money of several families, not in crypto itself, that goes on within three days to one crypto destination that other
 * such accounts use too (I26). Wallets are not in the data: the receiving account at the provider stands for the wallet,
 * so findings count as reduced (0.6). A transfer is one into crypto by its channel. A destination that many pay is an
 * exchange's common wallet and ties nobody. A margin that an account keeps does not age what it passes on. People who save in crypto and merchants who are paid out look the same; the
 * gate of several families keeps a saver's own income out. Hubs are left out. O(transfers).
 */
export const cryptoBridge: Detector<Name> = {
  id: 'crypto-bridge',
  indicator: 'I26',
  version: 1,
  title: 'Gathered money goes straight into crypto, to a destination that others use',
  question: 'Does collected money go straight into crypto, to a wallet others share?',
  citations: [citation('belarus-route-2022'), citation('spain-2025')],
  countClass: 'supporting',
  family: 'linkage',
  requires: ['time', 'amount', 'channel'],
  parameters: {
    minShare: {
      value: 0.5,
      unit: 'share',
      meaning: 'Least share of what an account is paid that reaches the destination',
      source: CHOICE,
    },
    maxDwellHours: { value: 72, unit: 'hours', meaning: 'Greatest stay before it leaves, inclusive', source: CHOICE },
    minHolders: {
      value: 2,
      unit: 'count',
      meaning: 'Least number of accounts that use one destination so',
      source: CHOICE,
    },
    minSenders: {
      value: 3,
      unit: 'count',
      meaning: 'Least number of families whose money goes into crypto, per account',
      source: CHOICE,
    },
    maxFindings: MAX_FINDINGS,
  },
  alsoLooksLike: ['A02', 'A05', 'A07', 'A13'],
  locality: { kind: 'relations', relaxed: { minHolders: 1 }, judged: ({ receivers }) => receivers },
  detect,
};

function detect({ graph, ties, hubs, explain }: DetectionContext, p: ParameterValues<Name>): Detection {
  if (!hasClock(graph.ledger)) return NO_CLOCK;
  const hubFlag = hubFlags(graph.accountCount, hubs);
  const setAside = everybodysAccounts(graph, hubFlag);
  const found = findBridges(graph, { ...p, ties, hubFlag, setAside });
  const remarks = ['Wallets are not in the data: the account at the provider counts, and findings as reduced.'];
  return evaluated(cryptoBridge, complete(found), { maxFindings: p.maxFindings, remarks, explain });
}
