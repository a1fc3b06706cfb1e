import { type Mapping, type PresetName } from '../ingest/index.js';

/** Every text that stands in a mapping, keys of its words among them; none for a preset. */
export function mappingTexts(mapping: PresetName | Mapping): readonly string[] {
  if (typeof mapping === 'string') return [];
  const texts: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'object' && value !== null) {
      if (!Array.isArray(value)) texts.push(...Object.keys(value));
      for (const one of Object.values(value)) walk(one);
    }
  };
  walk(mapping);
  return texts;
}
