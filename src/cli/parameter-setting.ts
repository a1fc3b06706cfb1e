import { InvalidArgumentError } from 'commander';
import { UsageError } from '../foundation/index.js';
import { type ParameterChoices } from '../investigation/index.js';

/**
 * One `--set name.parameter=value`, laid over those before it. The name is that of a detector or of another set,
 * as the manifest lists them; whether both exist is for the investigation to say.
 *
 * @throws InvalidArgumentError if the text has another form, or the value is no number
 */
export function collectSetting(text: string, before: ParameterChoices = {}): ParameterChoices {
  const match = /^([A-Za-z][\w-]*)\.([A-Za-z]\w*)=(.+)$/u.exec(text);
  const [, set = '', name = '', written = ''] = match ?? [];
  const value = Number(written);
  if (match === null || written.trim() === '' || Number.isNaN(value)) {
    throw new InvalidArgumentError('Expected name.parameter=number, such as score.strongScore=4.');
  }
  const sets = new Map(Object.entries(before));
  sets.set(set, Object.fromEntries([...Object.entries(sets.get(set) ?? {}), [name, value]]));
  return Object.fromEntries(sets);
}

/**
 * The settings of one set, for commands that know no other.
 *
 * @throws UsageError `unknown-parameter` if another set is named
 */
export function settingsOf(set: string, given: ParameterChoices = {}): Readonly<Record<string, number>> | undefined {
  const other = Object.keys(given).find((name) => name !== set);
  if (other !== undefined) throw new UsageError('unknown-parameter', `Expected --set ${set} but received ${other}`);
  return given[set];
}
