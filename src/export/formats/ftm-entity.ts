import { shownText } from './shown-text.js';

/** An entity as tools of FollowTheMoney read it: every property is a list of texts. */
export interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/** An entity with what is known; texts of strangers are written out where they are unseen. Names of properties are ours. */
export function ftmEntity(id: string, schema: string, properties: Readonly<Record<string, string | null>>): FtmEntity {
  const known = Object.entries(properties).flatMap(([name, value]) =>
    value === null || value === '' ? [] : [[name, [shownText(value)]] as const],
  );
  return { id, schema, properties: Object.fromEntries(known) };
}
