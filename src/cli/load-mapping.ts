import { open } from 'node:fs/promises';
import { InputError, UsageError } from '../foundation/index.js';
import { type Mapping, PRESET_NAMES, type PresetName } from '../ingest/index.js';
import { findJsonFault } from './json-fault.js';
import { describeFault, namingKeys } from './mapping-fault.js';
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
    text = await readBounded(nameOrPath);
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    const presets = PRESET_NAMES.join(', ');
    throw new UsageError(
      'mapping-unknown',
      `Expected a preset (${presets}) or a JSON file but ${nameOrPath} is no preset, and no file that can be read`,
      { cause },
    );
  }
  const json = text.replace(/^\ufeff/u, '');
  const parsed = mappingSchema.safeParse(parseJson(json, nameOrPath), { error: namingKeys });
  if (!parsed.success) {
    throw new InputError('mapping-invalid', `${nameOrPath}: ${describeFault(parsed.error, json)}`);
  }
  const mapping = { ...parsed.data };
  delete mapping.$schema;
  return mapping as Mapping;
}

/** A larger file is no mapping. */
const MOST_BYTES = 1 << 20;

/** Text of a file that is small. What never ends, such as a device, is not read to its end. */
async function readBounded(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const bytes = new Uint8Array(MOST_BYTES + 1);
    let size = 0;
    for (let read = -1; read !== 0 && size <= MOST_BYTES; size += read) {
      read = (await file.read(bytes, size, bytes.length - size, null)).bytesRead;
    }
    if (size > MOST_BYTES) {
      throw new InputError('mapping-invalid', `Expected a mapping of at most ${MOST_BYTES} bytes but ${path} has more`);
    }
    return new TextDecoder().decode(bytes.subarray(0, size));
  } finally {
    await file.close();
  }
}

function parseJson(json: string, path: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    const fault = findJsonFault(json);
    const where = fault && `line ${fault.line}, column ${fault.column} is not ${fault.expected}`;
    throw new InputError('mapping-invalid', `Expected JSON in ${path} but ${where ?? 'it does not parse'}`, { cause });
  }
}
