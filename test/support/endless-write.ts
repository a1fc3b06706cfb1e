/** Writes a folder that never ends, for tests that interrupt it. The argument is the folder. */
import { writeFolder } from '../../src/node/write-folder.js';

const still = new Int32Array(new SharedArrayBuffer(4));

function* endless(): Generator<string> {
  for (;;) {
    Atomics.wait(still, 0, 0, 10);
    yield 'x'.repeat(1 << 20);
  }
}

await writeFolder(process.argv[2]!, [
  { name: 'first.csv', chunks: ['done\n'] },
  { name: 'endless.csv', chunks: endless() },
]);
