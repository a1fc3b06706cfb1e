import { SIGN_DICTIONARY } from '../../features/index.js';
import { type SignDirection } from '../weights/index.js';

/** Signs that are shown as one part of a score, because they measure much the same. */
export interface SignRow {
  /** Kebab-case, stable. */
  readonly id: string;
  /** What the row is about, for lists of what is not known. */
  readonly about: string;
  readonly signs: readonly string[];
  /** Whether its signs weigh nothing where they are missing: they tell of somebody else, whose payments may stand in other books. */
  readonly silent: boolean;
}

function row(id: string, about: string, signs: string, silent = false): SignRow {
  return { id, about, signs: signs.split(' '), silent };
}

/** All signs that may have a weight, by display row. */
export const SIGN_ROWS: readonly SignRow[] = [
  row('co-feeding', 'others who feed the same account', 'cofeedShare cofeed cofeedMax'),
  row('fed-by-gatherers', 'payers who gather money themselves', 'gathIn gathInShare gathInVal'),
  row('shared-payers', 'payers shared with another gathering account', 'exShared'),
  row('campaign', 'how long exceptional payments kept coming in', 'exSpan occSpread'),
  row('exceptional-payers', 'payers for whom the payment was exceptional', 'exShare exA medR'),
  row('exceptional-money', 'how much of the money is exceptional', 'tinPct tinShare toutShare purity exValue'),
  row('bursts', 'the rhythm of receipts', 'burstIn'),
  row('use', 'when and how densely the account is used', 'perDay startGap life actDays'),
  row('lasting-payers', 'payers who are paid back or pay regularly', 'recipIn stIn regInVal'),
  row('lives-of-payers', 'what else the payers pay', 'payerKout soloShare feeToIncome'),
  row('wages-rent-suppliers', 'wages, rent and suppliers', 'regOutVal bizOutVal regOut supplN consVal'),
  row('ordinary-life', 'whether the money ends in ordinary life or trade', 'nbOutWage zWages yKin zKin recvPerson'),
  row(
    'use-by-receiver',
    'what the main receiver does with its money',
    'zRegOutVal zRepeatVal zSpent zReceivers zPassed zSteps',
    true,
  ),
  row('receiver-lives-on-it', 'how much the receiver depends on it', 'yInFromTop zInFromTop'),
  row('onward-kind', 'what kind of accounts the money goes on to', 'nbOutPurity zPurity yPurity'),
  row('passing-on', 'how long money rests', 'dwellL pass48h pass7d pass21d pass48hLast pass7dLast pass21dLast outIn'),
  row('large-payments', 'how large exceptional payments are', 'feePct feeMaxPct'),
  row('amounts', 'amounts beside those of the file', 'medInPct medOutPct ainPct aoutPct hhiIn'),
  row('payers-like-it', 'whether payers show the same signs', 'pPayers pTopPayer pSumPayers'),
  row('receivers-like-it', 'whether receivers show the same signs', 'pReceivers pTopReceiver'),
  row('co-feeders-like-it', 'whether others who feed the same receivers show the same signs', 'pSumCofeed pMeanCofeed'),
];

/** Row of a sign, or undefined for a sign that never has a weight. */
export function signRowOf(sign: string): SignRow | undefined {
  return SIGN_ROWS.find(({ signs }) => signs.includes(sign));
}

/**
 * Direction that the meaning of a sign demands; undefined where training may find either, and for a sign without row.
 * Signs of neighbours all speak for the reading: who deals with accounts like that looks more like one.
 */
export function statedDirection(sign: string): SignDirection | undefined {
  const entry = SIGN_DICTIONARY.find(({ name }) => name === sign);
  if (entry === undefined) return signRowOf(sign) === undefined ? undefined : '+';
  return entry.direction === 'open' ? undefined : entry.direction;
}
