// The long version of the fuzz tests: npm run fuzz -- [--seed N] [--runs N] [--faults all|none]
// Counts go to standard output, what is wrong to standard error with all it takes to repeat it; then the exit code is 1.
import { parseArgs } from 'node:util';
import { freshFolder, removeFreshFolders } from '../../test/support/fresh-folder.js';
import { compareReaders } from '../../test/support/fuzz/compare-readers.js';
import { prepareFaultRuns, runWithFault, soundRun, WRITING_COMMANDS } from '../../test/support/fuzz/fault-runs.js';
import { readSpoilt } from '../../test/support/fuzz/read-spoilt.js';
import { setup } from '../../test/support/report-template.js';

const CODES = ['EIO', 'ENOSPC', 'EACCES'];
/** So many things that went wrong are told; the others are counted. */
const MOST_TOLD = 20;

let wrong = 0;
const tellWrong = (text: string): void => {
  wrong++;
  if (wrong <= MOST_TOLD) process.stderr.write(`${text}\n`);
};
const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function fuzzReaders(first: number, runs: number): Promise<void> {
  const before = wrong;
  let records = 0;
  let rows = 0;
  for (let seed = first; seed < first + runs; seed++) {
    const compared = await compareReaders(seed);
    records += compared.records;
    rows += compared.rows;
    if (compared.difference !== undefined) tellWrong(compared.difference);
  }
  say(
    `CSV files read three ways: ${runs} files, ${records} records, ${rows} transfers; ${wrong - before} files differ`,
  );
}

async function fuzzSpoilt(first: number, runs: number): Promise<void> {
  const outcomes = { read: 0, refused: 0, wrong: 0 };
  for (let seed = first; seed < first + runs; seed++) {
    const outcome = await readSpoilt(seed);
    if (outcome === 'read' || outcome === 'refused') outcomes[outcome]++;
    else {
      outcomes.wrong++;
      tellWrong(outcome);
    }
  }
  say(`Spoilt files: ${runs}; ${outcomes.read} read, ${outcomes.refused} refused with a code, ${outcomes.wrong} wrong`);
}

async function injectFaults(): Promise<void> {
  setup();
  const root = freshFolder();
  await prepareFaultRuns(root);
  for (const command of WRITING_COMMANDS) {
    const before = wrong;
    const sound = await soundRun(root, command);
    let runs = 0;
    for (let call = 1; call <= sound.calls.length; call++) {
      for (const code of CODES) {
        for (const stays of [false, true]) {
          runs++;
          const found = await runWithFault(root, sound, { call, code, stays });
          if (found !== undefined) tellWrong(found);
        }
      }
    }
    say(`Faults in ${command.name}: ${sound.calls.length} calls, ${runs} runs; ${wrong - before} wrong`);
  }
}

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '5000' },
    faults: { type: 'string', default: 'all' },
  },
});
const seed = Number(values.seed);
const runs = Number(values.runs);
if (!Number.isSafeInteger(seed) || seed < 0 || !Number.isSafeInteger(runs) || runs < 0) {
  throw new Error('Expected --seed and --runs to be whole numbers');
}
if (!['all', 'none'].includes(values.faults)) throw new Error('Expected --faults to be all or none');
try {
  await fuzzReaders(seed, runs);
  await fuzzSpoilt(seed, runs);
  if (values.faults === 'all') await injectFaults();
} finally {
  removeFreshFolders();
}
process.exitCode = wrong === 0 ? 0 : 1;
