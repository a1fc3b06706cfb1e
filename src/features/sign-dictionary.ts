/** What one measured sign is; the published dictionary of `features.csv`. */
export interface SignEntry {
  readonly name: string;
  /** The formula in words. Exceptional, standing, regular, marked, gatherer: see the docs of the features. */
  readonly meaning: string;
  readonly unit:
    | 'share'
    | 'log1p count'
    | 'log'
    | 'nats'
    | 'mid-rank'
    | 'log1p days'
    | 'count'
    | 'ratio'
    | 'index'
    | 'days'
    | '0 or 1';
  /** What the definition of the domain expects of operators: more, less, or left to training. */
  readonly direction: '+' | '-' | 'open';
  /** Whether a value uses only what had happened by then. False: it looks at the whole file, later transfers included. */
  readonly causal: boolean;
}

const entry = (name: string, direction: SignEntry['direction'], unit: SignEntry['unit'], meaning: string): SignEntry =>
  Object.freeze({ name, meaning, unit, direction, causal: false });

/**
 * Every sign of {@link measureSigns}, in the order of its columns. None is causal: each is measured over the whole file,
 * also over what happened after a given transfer, and must not be used as if it had been known at the time.
 */
export const SIGN_DICTIONARY: readonly SignEntry[] = Object.freeze([
  entry(
    'exSpan',
    '-',
    'share',
    'time from the first to the last exceptional payment in / period of the file, from two payers on',
  ),
  entry('exShare', '+', 'share', 'exceptional payers / payers'),
  entry('exA', '+', 'log1p count', 'log1p of the Chernoff bound, in nats, on that many exceptional payers by chance'),
  entry('exValue', '+', 'share', 'value of exceptional relations in / value in'),
  entry('tinShare', '+', 'share', 'marked value in / value in'),
  entry('toutShare', '+', 'share', 'marked value out / value out'),
  entry('purity', '+', 'share', 'marked value in / value in that is not through standing relations'),
  entry('outIn', 'open', 'share', 'the smaller of value in and value out / the larger'),
  entry('tinPct', '+', 'mid-rank', 'marked value in, as rank in the file'),
  entry('ainPct', 'open', 'mid-rank', 'value in, regular payers and wages paid aside, as rank in the file'),
  entry('aoutPct', 'open', 'mid-rank', 'value out, regular payers and wages paid aside, as rank in the file'),
  entry(
    'burstIn',
    '+',
    'index',
    '(sd - mean) / (sd + mean) of the gaps between receipts, from three on, regular payers and wages paid aside',
  ),
  entry('perDay', '+', 'log', 'log of transfers per day with any, regular payers and wages paid aside'),
  entry('actDays', 'open', 'share', 'active days / days from the first to the last transfer'),
  entry('startGap', '+', 'share', 'time from the start of the file to the first transfer / period'),
  entry('life', 'open', 'share', 'time from the first to the last transfer / period'),
  entry('medInPct', 'open', 'mid-rank', 'median transfer in, regular payers aside, as rank among all transfers'),
  entry('medOutPct', 'open', 'mid-rank', 'median transfer out, wages paid aside, as rank among all transfers'),
  entry('gathIn', '+', 'log1p count', 'strict gatherers among the payers'),
  entry('gathInShare', '+', 'share', 'strict gatherers / payers'),
  entry('gathInVal', '+', 'share', 'value from strict gatherers / value in'),
  entry(
    'exShared',
    '+',
    'share',
    'exceptional payers who also pay another gatherer exceptionally / exceptional payers',
  ),
  entry('recipIn', '-', 'share', 'payers who are also paid back / payers'),
  entry('stIn', '-', 'log1p count', 'standing payers'),
  entry('payerKout', '-', 'count', 'median number of receivers of the payers'),
  entry('soloShare', 'open', 'share', 'payers who pay nobody else / payers'),
  entry('occSpread', '-', 'share', 'mean over payers of first to last payment / period'),
  entry('medR', '-', 'log', 'median over payers of the log of the exceptional ratio'),
  entry('regInVal', '-', 'share', 'value from regular payers / value in'),
  entry('hhiIn', 'open', 'index', 'sum of squared shares of the payers in value in'),
  entry('feeToIncome', 'open', 'ratio', "median of an exceptional total / its payer's monthly inflow"),
  entry('feePct', '+', 'mid-rank', 'median exceptional total in, as rank among accounts that have any'),
  entry('feeMaxPct', '+', 'mid-rank', 'largest exceptional total in, as rank among accounts that have any'),
  entry('regOutVal', '-', 'share', 'value to regular receivers / value out'),
  entry('regOut', '-', 'log1p count', 'regular receivers'),
  entry('bizOutVal', '-', 'share', 'value to accounts that behave like a business / value out'),
  entry('consVal', '-', 'share', 'value to accounts that very many pay / value out'),
  entry('nbOutWage', '-', 'share', 'value to accounts that receive a living / value out'),
  entry('nbOutPurity', '+', 'share', 'mean purity of the receivers, weighted by value'),
  entry('recvPerson', 'open', 'share', 'receivers with few payers / receivers'),
  entry('supplN', '-', 'log1p count', 'receivers paid on three occasions or more that are no livings'),
  entry(
    'cofeedShare',
    '+',
    'share',
    'other gatherers that feed z / other payers of z; z receives most of the marked money',
  ),
  entry('cofeed', '+', 'log1p count', 'other gatherers that feed z'),
  entry('cofeedMax', '+', 'log1p count', 'other gatherers at the fed receiver that has most of them'),
  entry('zWages', '-', 'log1p count', 'livings that z pays'),
  entry('zKin', '-', 'log1p count', 'payers of z'),
  entry('yKin', '-', 'log1p count', 'payers of y; y receives most of the money'),
  entry('zInFromTop', '+', 'share', 'value from this account / value in of z'),
  entry('yInFromTop', '+', 'share', 'value from this account / value in of y'),
  entry('zPurity', '+', 'share', 'purity of z'),
  entry('yPurity', '+', 'share', 'purity of y'),
  entry('zPassed', 'open', 'share', 'value from z to receivers who do not live on it / value in of z, at most 1'),
  entry('zSpent', 'open', 'share', 'value from z to receivers that are not regular / value in of z, at most 1'),
  entry('zReceivers', 'open', 'log1p count', 'receivers of z that are not regular'),
  entry('zRegOutVal', '-', 'share', 'value from z to regular receivers / value out of z'),
  entry(
    'zRepeatVal',
    'open',
    'share',
    'value from z to receivers paid on three occasions or more and not regularly / value out of z',
  ),
  entry(
    'zSteps',
    'open',
    'count',
    'accounts one behind the other, z the first, that each pay at least half of what they get to receivers who do not live on it, the next being the main one; at most 3',
  ),
  entry('pass48h', 'open', 'share', 'value that left within 48 hours / value in, first in first out'),
  entry('pass7d', 'open', 'share', 'value that left within 7 days / value in, first in first out'),
  entry('pass21d', 'open', 'share', 'value that left within 21 days / value in, first in first out'),
  entry('pass48hLast', 'open', 'share', 'value that left within 48 hours / value in, last in first out'),
  entry('pass7dLast', 'open', 'share', 'value that left within 7 days / value in, last in first out'),
  entry('pass21dLast', 'open', 'share', 'value that left within 21 days / value in, last in first out'),
  entry('dwellL', '-', 'log1p days', 'mean days of rest of what left, last in first out'),
]);
