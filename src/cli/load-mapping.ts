import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { InputError, UsageError } from '../foundation/index.js';
import { type Mapping, PRESET_NAMES, type PresetName } from '../ingest/index.js';
import { findJsonFault } from './json-fault.js';
import { mappingSchema } from './mapping-schema.js';

/**
 * The mapping that `--map` names: a preset, or a JSON file checked against the published schema.
 *
 * @throws UsageError `mapping-unknown` if it is neither, InputError `mapping-invalid` with the first fault of the file
 */
export async function loadMapping(nameOrPath: string): Promise<PresetName | Mapping> {
  const preset = PRESET_NAMES.find((name) => name === nameOrPath);
  if (preset !== undefined) return preset;
  let text: string;
  try {
    text = await readFile(nameOrPath, 'utf8');
  } catch (cause) {
    const presets = PRESET_NAMES.join(', ');
    throw new UsageError(
      'mapping-unknown',
      `Expected a preset (${presets}) or a JSON file but received ${nameOrPath}`,
      {
        cause,
      },
    );
  }
  const parsed = mappingSchema.safeParse(parseJson(text, nameOrPath));
  if (!parsed.success) {
    throw new InputError('mapping-invalid', `${nameOrPath}: ${z.prettifyError(parsed.error).replaceAll('\n', ' ')}`);
  }
  const mapping = { ...parsed.data };
  delete mapping.$schema;
  return mapping as Mapping;
}

function parseJson(text: string, path: string): unknown {
  const json = text.replace(/^\ufeff/u, '');
  try {
    return JSON.parse(json);
  } catch (cause) {
    const fault = findJsonFault(json);
    const where = fault && `line ${fault.line}, column ${fault.column} is not ${fault.expected}`;
    throw new InputError('mapping-invalid', `Expected JSON in ${path} but ${where ?? 'it does not parse'}`, { cause });
  }
}
