import { InvalidArgumentError } from 'commander';
import { type ParameterChoices } from '../investigation/index.js';

/**
 * One `--set name.parameter=value`, laid over those before it. The name is that of a detector or of a set of the judgement,
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
