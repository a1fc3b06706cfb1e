import { type Parameter, rangeOfParameter } from '../evidence/index.js';
import { type JudgementParameters, JUDGEMENT_SETS, type ParameterChoices } from './judgement-parameters.js';

/**
 * The parameters that are moved, by set. They decide whether there is a lead, who is in it and who of it is named; each stands
 * for a choice that another analyst could make differently. Left out: numbers that only protect payers (they can only be made
 * stricter), those of detectors, roles and borders, which make no lead, and details of measuring that act through these.
 */
export const DECIDING_PARAMETERS = Object.freeze({
  /** How strong a group has to be, who may be grouped, who of it is named, and how many make a group. */
  score: ['secondLookScore', 'strongScore', 'namedScore', 'candidateScore', 'leastMembers', 'payrollLivings'],
  /** What is an exceptional payment, what gathers, what is a destination and what is a living: what signs are made of. */
  features: [
    'exceptionalShare',
    'someShare',
    'mostShare',
    'noticeableShare',
    'standingShare',
    'livingShare',
    'livingDays',
  ],
  /** Where the money of several meets: how much of it has to, and how many have to pay. */
  convergence: ['reached', 'closure', 'chance', 'leadPayers'],
} as const);

/** How far parameters are moved: by a fifth down and up, as requirement Q13 of the domain asks. */
const MOVE_FACTORS = [0.8, 1.2] as const;

/** One parameter at another value. */
export interface Move {
  /** Set and name, such as `score.namedScore`. */
  readonly parameter: string;
  readonly factor: number;
  readonly from: number;
  /** Equal to `from` where the range or whole numbers allow no move that way. */
  readonly to: number;
  /** All parameters with this one moved. */
  readonly values: JudgementParameters;
}

/**
 * Every deciding parameter at 0.8 and at 1.2 times its value in force: kept inside its range; whole numbers rounded, and moved by
 * one where a fifth of them rounds to nothing.
 */
export function movesOf(values: JudgementParameters): Move[] {
  return (Object.keys(DECIDING_PARAMETERS) as (keyof typeof DECIDING_PARAMETERS)[]).flatMap((set) => {
    const own: Readonly<Record<string, number>> = values[set];
    const parameters: Readonly<Record<string, Parameter>> = JUDGEMENT_SETS[set].parameters;
    return DECIDING_PARAMETERS[set].flatMap((name) =>
      MOVE_FACTORS.map((factor): Move => {
        const from = own[name]!;
        const to = moved(from, factor, parameters[name]!);
        const changed: ParameterChoices[string] = { ...own, [name]: to };
        return { parameter: `${set}.${name}`, factor, from, to, values: { ...values, [set]: changed } };
      }),
    );
  });
}

function moved(from: number, factor: number, parameter: Parameter): number {
  const { least, greatest, isWhole } = rangeOfParameter(parameter);
  const rounded = isWhole ? Math.round(from * factor) : Number((from * factor).toPrecision(12));
  const to = isWhole && rounded === from ? from + Math.sign(factor - 1) : rounded;
  return Math.min(greatest, Math.max(least, to));
}
