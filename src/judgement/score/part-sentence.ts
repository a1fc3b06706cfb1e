import { SIGN_SENTENCES } from './sign-sentences.js';

export interface PartInWords {
  /** Nats. */
  readonly weight: number;
  readonly sign: string;
  readonly value: number;
  readonly accountsAlike: number;
}

/** Rates are told of the file, or of this many of its accounts where it has more. */
const TELLABLE = 10_000;

/**
 * One part of a score as a sentence: what the leading sign measured, the weight of its row in nats, and how many accounts of
 * the file weigh the same way at least as much. Of several accounts the sign's median is told.
 */
export function partSentence(part: PartInWords, { members, accounts }: { members: number; accounts: number }): string {
  const clause = SIGN_SENTENCES.get(part.sign)?.(part.value) ?? `the sign ${part.sign} is ${part.value.toFixed(2)}`;
  const told = members > 1 ? `typically ${clause}` : clause;
  const sentence = part.weight < 0 ? `Speaks against: ${told}` : told.replace(/^./u, (first) => first.toUpperCase());
  return `${sentence} (${signed(part.weight)}); ${rateOf(part.accountsAlike, accounts)} here have that.`;
}

/** `+2.1`, `-0.5`. */
export function signed(weight: number): string {
  return `${weight < 0 ? '-' : '+'}${Math.abs(weight).toFixed(1)}`;
}

function rateOf(count: number, accounts: number): string {
  const figure = (value: number): string => value.toLocaleString('en-US', { useGrouping: true });
  if (accounts <= TELLABLE) return `${figure(count)} of ${figure(accounts)} accounts`;
  const scaled = Math.round((count * TELLABLE) / accounts);
  return `${scaled === 0 ? 'fewer than 1' : figure(scaled)} of ${figure(TELLABLE)} accounts`;
}
