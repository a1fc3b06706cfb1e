import { type Command } from 'commander';
import { type InvestigateOptions, type ParameterChoices } from '../investigation/index.js';
import { positiveNumber, repeated, wholeNumber } from './argument-checks.js';
import { collectSetting } from './parameter-setting.js';

/** What every command that judges lets the caller choose. Left out: what `investigate` takes by itself. */
export interface JudgementFlags {
  readonly seed?: number;
  readonly resolution?: number;
  readonly hubCap?: number;
  readonly guardList?: readonly string[];
  readonly set?: ParameterChoices;
}

/** Adds the options of {@link JudgementFlags} to a command. */
export function addJudgementOptions(command: Command): Command {
  return command
    .option('--seed <n>', 'same input, options and seed give the same bytes (default: 1)', wholeNumber)
    .option('--resolution <x>', 'above 1 finds smaller groups (default: 1)', positiveNumber)
    .option('--hub-cap <n>', 'set aside accounts with more counterparties (default: a tenth, 400 to 1000)', wholeNumber)
    .option(
      '--guard-list <file>',
      'accounts you vouch for, never listed: CSV institution,account,kind (registered-body or licensed-remitter); may be repeated',
      repeated,
    )
    .option(
      '--set <name.parameter=value>',
      'set a number that decides, as the manifest lists them: of a detector or of features, score, convergence, roles, border, columns, alternatives, naming; may be repeated',
      collectSetting,
    );
}

/** The flags as options of `investigate`; guard lists come from their files. */
export function judgementOptions({ seed, resolution, hubCap, set }: JudgementFlags): InvestigateOptions {
  return {
    ...(seed === undefined ? {} : { seed }),
    ...(resolution === undefined ? {} : { resolution }),
    ...(hubCap === undefined ? {} : { hubDegreeCap: hubCap }),
    ...(set === undefined ? {} : { parameters: set }),
  };
}
