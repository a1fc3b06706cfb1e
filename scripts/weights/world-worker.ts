// One child process: measures the worlds it is told to and answers with the path when the file is written.
import { readFileSync } from 'node:fs';
import { measureWorld, type WorldRecipe } from './measure-world.js';
import { writeMeasuredWorld } from './measured-world.js';

export interface WorldJob {
  readonly recipe: WorldRecipe;
  readonly path: string;
  /** File of p of the first pass, eight bytes an account. */
  readonly chances?: string | undefined;
}

process.on('message', ({ recipe, path, chances }: WorldJob) => {
  const p = chances === undefined ? undefined : new Float64Array(Uint8Array.from(readFileSync(chances)).buffer);
  writeMeasuredWorld(path, measureWorld(recipe, p));
  process.send?.(path);
});
