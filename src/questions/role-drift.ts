import { type AskedLead, nameOf, type AskedOperator, askedOperator, TRANSFERS_NOTE } from './asked-case.js';
import { type Passage, type ReadLead, readLead } from './passages.js';
import { isoDay } from './plain-words.js';
import { LEAST_IN_THIRD, measureThird, positionWords, type ThirdOfOperator, thirdWords } from './third-of-operator.js';

/** One operator over the thirds. */
export interface OperatorDrift extends AskedOperator {
  /** What shares are of: money of this currency, or transfers where null. */
  readonly currency: string | null;
  readonly thirds: readonly [ThirdOfOperator, ThirdOfOperator, ThirdOfOperator];
  /** Whether two thirds have different positions. */
  readonly changed: boolean;
  readonly sentence: string;
}

/** The answer of {@link roleDrift}. */
export interface RoleDrift {
  readonly lead: string;
  /** First days of the thirds and the last day; null where the data have no clock times. */
  readonly days: readonly [string, string, string, string] | null;
  /** Those that changed first, then in the order of the lead. Empty without clock times. */
  readonly operators: readonly OperatorDrift[];
  readonly notes: readonly string[];
}

/**
 * Who changed position: the time from the first to the last transfer of a lead in three equal parts, half open, the last
 * closed. In each, the shares of what an operator received from payers and from operators, and of what it paid to operators
 * and out, in the currency of most of its transfers (transfers are counted where it has no amounts). Its position is where the
 * greater part of its money came from (`others`: payers and accounts that are not named, or `operators`) and where it went;
 * it has one in thirds with at least three of its transfers, and changed if two of them differ.
 *
 * Not claimed: a new role, a new holder, or that anybody decided it; a third with few transfers can differ by chance.
 * O(transfers + operators).
 */
export function roleDrift(lead: AskedLead): RoleDrift {
  const read = readLead(lead);
  const [first, last] = [read.passages[0]?.timeMs ?? null, read.passages.at(-1)?.timeMs ?? null];
  if (first === null || last === null) {
    const why = 'Without clock times the period of the lead has no thirds.';
    return { lead: lead.lead, days: null, operators: [], notes: [why, TRANSFERS_NOTE] };
  }
  const own = lead.operators.map((): Passage[] => []);
  for (const passage of read.passages) {
    if (passage.from >= 0) own[passage.from]!.push(passage);
    if (passage.to >= 0) own[passage.to]!.push(passage);
  }
  const thirdOf = ({ timeMs }: Passage): number =>
    last === first ? 0 : Math.min(2, Math.floor((3 * (timeMs! - first)) / (last - first)));
  const drifts = own.map((passages, i) => driftOf(read, i, { passages, thirdOf }));
  const edge = (third: number): string => isoDay(first + ((last - first) * third) / 3);
  return {
    lead: lead.lead,
    days: [edge(0), edge(1), edge(2), edge(3)],
    operators: [...drifts.filter(({ changed }) => changed), ...drifts.filter(({ changed }) => !changed)],
    notes: [
      `Positions go by thirds of the period with at least ${LEAST_IN_THIRD} transfers of the account; fewer say nothing.`,
      TRANSFERS_NOTE,
    ],
  };
}

interface DriftParts {
  readonly passages: readonly Passage[];
  readonly thirdOf: (passage: Passage) => number;
}

function driftOf(read: ReadLead, operator: number, { passages, thirdOf }: DriftParts): OperatorDrift {
  const currency = mainCurrency(passages);
  const counting = passages.filter((passage) => currency === -1 || passage.currency === currency);
  const [one, two, three] = [0, 1, 2].map((third) =>
    measureThird(
      counting.filter((passage) => thirdOf(passage) === third),
      operator,
      currency,
    ),
  ) as [ThirdOfOperator, ThirdOfOperator, ThirdOfOperator];
  const thirds = [one, two, three] as const;
  const stands = new Set(thirds.flatMap(({ position }) => (position === null ? [] : [positionWords(position)])));
  const named = askedOperator(read.lead, operator);
  const changed = stands.size > 1;
  return {
    ...named,
    currency: currency === -1 ? null : read.codes[currency]!,
    thirds,
    changed,
    sentence: `${nameOf(named)} ${changed ? 'changed its position' : stands.size === 0 ? 'shows too little for a position' : 'kept its position'}: ${thirds.map(thirdWords).join('; ')}.`,
  };
}

/** The currency of most of these transfers, the first of equally many; -1 where none has an amount. */
function mainCurrency(passages: readonly Passage[]): number {
  const counts = new Map<number, number>();
  for (const { currency } of passages) if (currency >= 0) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  const [most] = [...counts].sort(([a, one], [b, two]) => two - one || a - b);
  return most?.[0] ?? -1;
}
