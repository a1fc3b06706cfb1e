/** What a sign measured, in words; a clause that begins in lower case and names nobody. */
export type SignSentence = (value: number) => string;

const percent = (share: number): string => `${Math.round(100 * share)} %`;
/** Of a count that is stored as log1p. */
const count = (log: number): string => {
  const whole = Math.expm1(log);
  return whole >= 10 || Number.isInteger(Number(whole.toFixed(1))) ? String(Math.round(whole)) : whole.toFixed(1);
};
const rank = (share: number): string => `${percent(share)} of the file's accounts`;
const days = (log: number): string => `${Math.expm1(log).toFixed(1)} days`;
const burst = (value: number): string =>
  value > 0.1 ? 'in bursts' : value < -0.1 ? 'at even gaps' : 'without a rhythm';
const likeness = (share: number): string => (share >= 0.5 ? 'mostly' : share >= 0.1 ? 'partly' : 'hardly');

/** One clause for each sign, by its name. Shares are of value unless the clause says what they are of. */
export const SIGN_SENTENCES: ReadonlyMap<string, SignSentence> = new Map<string, SignSentence>([
  ['cofeedShare', (v) => `of those who pay the same receiver, ${percent(v)} gather money too`],
  ['cofeed', (v) => `others who gather and feed the same account: ${count(v)}`],
  ['cofeedMax', (v) => `others who gather and feed one of the same accounts: ${count(v)}`],
  ['gathIn', (v) => `payers that gather money themselves: ${count(v)}`],
  ['gathInShare', (v) => `${percent(v)} of the payers gather money themselves`],
  ['gathInVal', (v) => `${percent(v)} of what came in is from accounts that gather money`],
  ['exShared', (v) => `${percent(v)} of those for whom it was exceptional also paid another gathering account so`],
  ['exSpan', (v) => `exceptional payments came in over ${percent(v)} of the period`],
  ['occSpread', (v) => `a payer's payments are spread over ${percent(v)} of the period`],
  ['exShare', (v) => `${percent(v)} of the payers paid what is exceptional for them`],
  ['exA', (v) => `more payers than chance would bring paid what is exceptional for them (${count(v)} nats)`],
  ['medR', (v) => `half of the payers otherwise pay as much in at most ${percent(Math.exp(v))} of their payments`],
  ['tinPct', (v) => `more exceptional money came in than at ${rank(v)}`],
  ['tinShare', (v) => `${percent(v)} of what came in is exceptional money`],
  ['toutShare', (v) => `${percent(v)} of what went out is exceptional money`],
  ['purity', (v) => `${percent(v)} of what came in, standing payments aside, is exceptional money`],
  ['exValue', (v) => `${percent(v)} of what came in was exceptional for the payer`],
  ['burstIn', (v) => `receipts come ${burst(v)}, regular payers aside`],
  ['perDay', (v) => `${Math.exp(v).toFixed(1)} transfers on a day of use, regular payers and wages aside`],
  ['actDays', (v) => `used on ${percent(v)} of the days between first and last use`],
  ['startGap', (v) => `first used after ${percent(v)} of the period`],
  ['life', (v) => `in use over ${percent(v)} of the period`],
  ['recipIn', (v) => `${percent(v)} of the payers are also paid back`],
  ['stIn', (v) => `standing payers: ${count(v)}`],
  ['regInVal', (v) => `${percent(v)} of what came in is from regular payers`],
  ['payerKout', (v) => `half of the payers pay at most ${Math.round(v)} accounts in all`],
  ['soloShare', (v) => `${percent(v)} of the payers pay nobody else here`],
  ['feeToIncome', (v) => `an exceptional payment is ${v.toFixed(1)} times what its payer receives in a month`],
  ['regOutVal', (v) => `${percent(v)} of what leaves goes to regular receivers`],
  ['regOut', (v) => `regular receivers: ${count(v)}`],
  ['bizOutVal', (v) => `${percent(v)} of what leaves goes to businesses`],
  ['consVal', (v) => `${percent(v)} of what leaves goes to accounts with very many payers`],
  ['supplN', (v) => `receivers paid again and again, no livings: ${count(v)}`],
  ['nbOutWage', (v) => `${percent(v)} of what leaves goes to people who earn a living`],
  ['zWages', (v) => `livings paid by the main receiver of the exceptional money: ${count(v)}`],
  ['zKin', (v) => `payers of the main receiver of the exceptional money: ${count(v)}`],
  ['yKin', (v) => `payers of the main receiver: ${count(v)}`],
  ['recvPerson', (v) => `${percent(v)} of the receivers have few payers, as persons do`],
  ['yInFromTop', (v) => `the main receiver gets ${percent(v)} of its money from here`],
  ['zInFromTop', (v) => `the main receiver of the exceptional money gets ${percent(v)} of its money from here`],
  ['nbOutPurity', (v) => `what leaves goes to accounts that live ${likeness(v)} on exceptional money`],
  ['zPurity', (v) => `the main receiver of the exceptional money lives ${likeness(v)} on such money`],
  [
    'zPassed',
    (v) => `the main receiver of the exceptional money paid ${percent(v)} of what it received on, wages aside`,
  ],
  [
    'zSpent',
    (v) =>
      `the main receiver of the exceptional money paid ${percent(v)} of what it received to others, regular receivers aside`,
  ],
  ['zReceivers', (v) => `accounts that the main receiver of the exceptional money pays and not regularly: ${count(v)}`],
  [
    'zRegOutVal',
    (v) => `of what the main receiver of the exceptional money pays ${percent(v)} goes to regular receivers`,
  ],
  [
    'zRepeatVal',
    (v) =>
      `of what the main receiver of the exceptional money pays ${percent(v)} goes to accounts that it pays again and again, not regularly`,
  ],
  [
    'zSteps',
    (v) =>
      `hands from the main receiver of the exceptional money on that paid at least half of what they got on: ${v.toFixed(0)}`,
  ],
  ['yPurity', (v) => `the main receiver lives ${likeness(v)} on exceptional money`],
  ['dwellL', (v) => `money rests ${days(v)} on average, last in first out`],
  ['pass48h', (v) => `${percent(v)} of what came in left within 2 days, first in first out`],
  ['pass7d', (v) => `${percent(v)} of what came in left within 7 days, first in first out`],
  ['pass21d', (v) => `${percent(v)} of what came in left within 21 days, first in first out`],
  ['pass48hLast', (v) => `${percent(v)} of what came in left within 2 days, last in first out`],
  ['pass7dLast', (v) => `${percent(v)} of what came in left within 7 days, last in first out`],
  ['pass21dLast', (v) => `${percent(v)} of what came in left within 21 days, last in first out`],
  ['outIn', (v) => `of money in and money out the smaller is ${percent(v)} of the larger`],
  ['feePct', (v) => `the usual exceptional payment is larger than at ${percent(v)} of those that have any`],
  ['feeMaxPct', (v) => `the largest exceptional payment is larger than at ${percent(v)} of those that have any`],
  ['medInPct', (v) => `the usual receipt is larger than ${percent(v)} of the file's transfers, regular payers aside`],
  ['medOutPct', (v) => `the usual payment is larger than ${percent(v)} of the file's transfers, wages aside`],
  ['ainPct', (v) => `more money came in than at ${rank(v)}, regular payers aside`],
  ['aoutPct', (v) => `more money went out than at ${rank(v)}, wages aside`],
  ['hhiIn', (v) => `what came in is spread as if over ${(1 / v).toFixed(1)} equal payers`],
  ['pPayers', (v) => `payers look ${likeness(v)} like accounts that gather and pass on`],
  ['pTopPayer', (v) => `one payer looks ${likeness(v)} like an account that gathers and passes on`],
  ['pSumPayers', (v) => `main payers that look like accounts that gather and pass on: about ${count(v)}`],
  ['pReceivers', (v) => `receivers look ${likeness(v)} like accounts that gather and pass on`],
  ['pTopReceiver', (v) => `one receiver looks ${likeness(v)} like an account that gathers and passes on`],
  [
    'pSumCofeed',
    (v) => `others who feed the same receivers and look like accounts that gather and pass on: about ${count(v)}`,
  ],
  [
    'pMeanCofeed',
    (v) => `others who feed the same receivers look ${likeness(v)} like accounts that gather and pass on`,
  ],
]);
