import { type Account } from '../../foundation/index.js';
import { lowerBound, medianOfSorted, upperBound } from '../../structures/index.js';
import { type SignWeights, weightOf } from '../weights/index.js';
import { partSentence } from './part-sentence.js';
import { type AccountScores } from './score-accounts.js';
import { SIGN_ROWS } from './sign-rows.js';

/** One named part of a score. Evidence for or against a reading; never a probability. */
export interface ScoreRowPart {
  /** Id of the row of signs. */
  readonly row: string;
  /** Nats, the mean over the accounts explained. */
  readonly weight: number;
  /** The sign of the row that weighs most here, and its median over the accounts that have it. */
  readonly sign: string;
  readonly value: number;
  /** Accounts of the file whose weight in this row is at least as high; at most as low, for a part that speaks against. */
  readonly accountsAlike: number;
  readonly sentence: string;
}

/** A row of signs that could not be measured for most of the accounts explained. */
export interface UnknownRow {
  readonly row: string;
  readonly about: string;
  /** Nats, never above 0. */
  readonly weight: number;
}

/** A mean score taken apart: bias + all parts, those not worth printing included, = the score. */
export interface ScoreExplanation {
  /** The score of an account about which nothing is remarkable. */
  readonly bias: number;
  /** Rows that speak for the reading, and against it, of which at least 0.1 can be printed; largest first. */
  readonly supports: readonly ScoreRowPart[];
  readonly lowers: readonly ScoreRowPart[];
  readonly notKnown: readonly UnknownRow[];
}

/** A part below this would be printed as 0.0. */
const LEAST_PART = 0.05;
/** Means of equal weights differ from them by rounding. */
const EQUAL = 1e-9;

interface SignOfRow {
  readonly sign: SignWeights;
  readonly values: Float64Array | undefined;
}

interface ExplainedRow {
  readonly id: string;
  readonly about: string;
  readonly signs: readonly SignOfRow[];
  /** Weight of the row by account, and the same sorted. */
  readonly ofAccount: Float64Array;
  readonly sorted: Float64Array;
}

/** Takes the scores of a file apart. Building it costs O(signs * accounts log accounts), once. */
export class ScoreExplainer {
  readonly #bias: number;
  readonly #rows: readonly ExplainedRow[];

  constructor({ second, columns, weights }: AccountScores) {
    this.#bias = weights.second.bias;
    this.#rows = SIGN_ROWS.map(({ id, about }) => {
      const signs = weights.second.signs
        .filter(({ row }) => row === id)
        .map((sign) => ({ sign, values: columns.find(({ name }) => name === sign.name)?.values }));
      const ofAccount = second.map((_score, account) => signs.reduce((sum, sign) => sum + weightIn(sign, account), 0));
      return { id, about, signs, ofAccount, sorted: ofAccount.slice().sort() };
    }).filter(({ signs }) => signs.length > 0);
  }

  /** Why these accounts score as they do, on average: weights summed by row of signs that measure much the same. */
  explain(members: readonly Account[]): ScoreExplanation {
    const known = this.#rows.filter((row) => !isUnknown(row, members));
    const parts = known.map((row) => partOf(row, members)).filter(({ weight }) => Math.abs(weight) >= LEAST_PART);
    return {
      bias: this.#bias,
      supports: parts.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight),
      lowers: parts.filter(({ weight }) => weight < 0).sort((a, b) => a.weight - b.weight),
      notKnown: this.#rows
        .filter((row) => isUnknown(row, members))
        .map(({ id, about, ofAccount }) => ({
          row: id,
          about,
          weight: meanOf(members, (member) => ofAccount[member]!),
        })),
    };
  }
}

function partOf({ id, signs, ofAccount, sorted }: ExplainedRow, members: readonly Account[]): ScoreRowPart {
  const weight = meanOf(members, (member) => ofAccount[member]!);
  const side = Math.sign(weight);
  const leading = signs
    .map((sign) => ({ sign, weight: side * meanOf(members, (member) => weightIn(sign, member)) }))
    .filter(({ sign }) => knownValues(sign, members).length > 0)
    .reduce((best, next) => (next.weight > best.weight ? next : best));
  const part = {
    row: id,
    weight,
    sign: leading.sign.sign.name,
    value: medianOfSorted(knownValues(leading.sign, members)),
    accountsAlike: side > 0 ? sorted.length - lowerBound(sorted, weight - EQUAL) : upperBound(sorted, weight + EQUAL),
  };
  return { ...part, sentence: partSentence(part, { members: members.length, accounts: sorted.length }) };
}

/** Whether no sign of the row is known for more than half of these accounts. */
function isUnknown({ signs }: ExplainedRow, members: readonly Account[]): boolean {
  const without = members.filter((member) => signs.every(({ values }) => Number.isNaN(values?.[member] ?? NaN)));
  return 2 * without.length > members.length;
}

function weightIn({ sign, values }: SignOfRow, account: number): number {
  return weightOf(sign, values?.[account] ?? NaN);
}

/** Ascending. */
function knownValues({ values }: SignOfRow, members: readonly Account[]): Float64Array {
  return Float64Array.from(members, (member) => values?.[member] ?? NaN)
    .filter((value) => !Number.isNaN(value))
    .sort();
}

function meanOf(members: readonly Account[], value: (member: Account) => number): number {
  // Summed from the least, so that the mean does not depend on how accounts are numbered.
  const ascending = Float64Array.from(members, value).sort();
  return ascending.reduce((sum, one) => sum + one, 0) / members.length;
}
