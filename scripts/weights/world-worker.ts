// One child process: measures the worlds it is told to and answers with the path when the file is written.
import { measureWorld, type WorldRecipe } from './measure-world.js';
import { writeMeasuredWorld } from './measured-world.js';

export interface WorldJob {
  readonly recipe: WorldRecipe;
  readonly path: string;
}

process.on('message', ({ recipe, path }: WorldJob) => {
  try {
    writeMeasuredWorld(path, measureWorld(recipe));
  } catch (cause) {
    throw new Error(`Expected a world of ${JSON.stringify(recipe)}`, { cause });
  }
  process.send?.(path);
});
