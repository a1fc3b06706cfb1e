// What the quality bench can be told, and what it was told.
import { parseArgs } from 'node:util';

export const TABLES = ['worlds', 'null', 'columns', 'stress', 'amlworld', 'cases'];

export const USAGE = `npm run quality -- [options]

  --only NAME,...        of ${TABLES.join(', ')} (default: all)
  --seeds LIST           seeds of worlds, such as 9001-9003,9007 (default: 9001-9003)
  --regime NAME,...      regimes of simulate (default: all of them; stress and columns: one)
  --transfers N          transfers of a world (default: 200000)
  --stress NAME,...      axes of the stress table (default: all that simulate has)
  --no-traces            worlds and null: do not trace from and to every listed account
  --amlworld DIR         folder with HI-Small_Patterns.txt (default: the table is skipped)
  --amlworld-transfers N ordinary transfers among which its attempts are planted (default: 1000000)
  --amlworld-lived-in    plant them on accounts that have an ordinary life (default: on accounts of their own)
  --binary FILE          a built command line to measure instead of this source
  --write                also write the tables into docs/quality.md
`;

/** Seeds from 7001 are trained on, those below 1000 were looked at while rules were made. */
const DEFAULTS = { seeds: '9001-9003', transfers: '200000', 'amlworld-transfers': '1000000' };

/** Reads the arguments; throws an Error that says what is wrong with them. */
export function readBenchOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      seeds: { type: 'string', default: DEFAULTS.seeds },
      regime: { type: 'string' },
      transfers: { type: 'string', default: DEFAULTS.transfers },
      stress: { type: 'string' },
      'no-traces': { type: 'boolean', default: false },
      amlworld: { type: 'string' },
      'amlworld-transfers': { type: 'string', default: DEFAULTS['amlworld-transfers'] },
      'amlworld-lived-in': { type: 'boolean', default: false },
      binary: { type: 'string' },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const only = words(values.only) ?? TABLES;
  const unknown = only.find((name) => !TABLES.includes(name));
  if (unknown !== undefined) throw new Error(`Expected one of ${TABLES.join(', ')} but received ${unknown}`);
  return {
    only,
    seeds: numbers(values.seeds),
    regimes: words(values.regime),
    transfers: positive('--transfers', values.transfers),
    stress: words(values.stress),
    traces: !values['no-traces'],
    amlworld: values.amlworld,
    amlworldTransfers: positive('--amlworld-transfers', values['amlworld-transfers']),
    livedIn: values['amlworld-lived-in'],
    binary: values.binary,
    write: values.write,
    help: values.help,
  };
}

/** The options as they would be typed, for the line that says how a table came about. Folders of this machine are left out. */
export function typedOptions(name, { seeds, regimes, transfers, stress, traces, amlworldTransfers, livedIn }) {
  const parts = [`--only ${name}`];
  if (name === 'cases') return parts.join(' ');
  parts.push(`--seeds ${listNumbers(seeds)}`);
  if (regimes !== undefined) parts.push(`--regime ${regimes.join(',')}`);
  if (name === 'amlworld') {
    parts.push('--amlworld DIR', `--amlworld-transfers ${amlworldTransfers}`);
    if (livedIn) parts.push('--amlworld-lived-in');
    return parts.join(' ');
  }
  parts.push(`--transfers ${transfers}`);
  if (name === 'stress' && stress !== undefined) parts.push(`--stress ${stress.join(',')}`);
  if (!traces && (name === 'worlds' || name === 'null')) parts.push('--no-traces');
  return parts.join(' ');
}

function words(text) {
  return text?.split(',').map((word) => word.trim());
}

/** `1-3,7` as 1, 2, 3, 7. */
function numbers(text) {
  return text.split(',').flatMap((part) => {
    const [from, to = from] = part.split('-').map((end) => wholeNumber('--seeds', end));
    if (to < from) throw new Error(`Expected --seeds that rise but received ${part}`);
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
}

/** 1, 2, 3, 7 as `1-3,7`. */
function listNumbers(list) {
  const runs = [];
  for (const one of list) {
    const last = runs.at(-1);
    if (last !== undefined && one === last[1] + 1) last[1] = one;
    else runs.push([one, one]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}

function wholeNumber(flag, text) {
  if (!/^\d+$/u.test(text)) throw new Error(`Expected ${flag} in whole numbers but received ${text}`);
  return Number(text);
}

function positive(flag, text) {
  const value = wholeNumber(flag, text);
  if (value === 0) throw new Error(`Expected ${flag} above 0`);
  return value;
}
