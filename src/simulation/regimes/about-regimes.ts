import { PROFILES } from './profiles/index.js';
import { type RegimeName } from './regime.js';

/** Every regime with a line on whose books it shows, for help texts. */
export function aboutRegimes(): readonly { readonly name: RegimeName; readonly about: string }[] {
  const classic = 'every payment of twenty countries with every column: the world of version 0.1.0';
  return [{ name: 'all-columns', about: classic }, ...PROFILES.map(({ name, about }) => ({ name, about }))];
}
