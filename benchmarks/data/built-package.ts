import { existsSync } from 'node:fs';
import type * as node from '../../src/node/index.js';

const BUILT = new URL('../../dist/node.js', import.meta.url);

/**
 * The built `illicit-flows/node`. What runs in several threads is measured on it: from TypeScript each thread would first
 * load tsx, some 0.7 s that no user pays.
 */
export async function builtNode(): Promise<typeof node> {
  if (!existsSync(BUILT)) throw new Error('Expected the built package in dist: run npm run build first');
  return (await import(BUILT.href)) as typeof node;
}
