import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/run-command.js';
import { allPages, commandsOf, readPage } from './pages.js';

const helps = new Map<string, Promise<string>>();

function help(...words: string[]): Promise<string> {
  const key = words.join(' ');
  const known = helps.get(key) ?? runCommand(...words, '--help').then(({ out }) => out);
  helps.set(key, known);
  return known;
}

/** What is wrong with a command line: a command or a flag that the program does not have. */
async function faultsOf([command = '', ...words]: readonly string[]): Promise<string[]> {
  const commands = [...(await help()).matchAll(/^ {2}([a-z-]+) /gmu)].map(([, name]) => name!);
  if (!commands.includes(command)) return [command];
  const flags = [...(await help(command)).matchAll(/(?:^ {2}|, )(--[a-z-]+)/gmu)].map(([, name]) => name!);
  // What stands behind two dashes belongs to another program.
  const own = words.includes('--') ? words.slice(0, words.indexOf('--')) : words;
  return own.filter((word) => word.startsWith('--') && !flags.includes(word)).map((word) => `${command} ${word}`);
}

const pages = allPages().filter((page) => commandsOf(page).length > 0);

describe('commands in the documentation', () => {
  it('are found', () => {
    expect(commandsOf(readPage('docs/guide.md')).map(([command]) => command)).toEqual(
      expect.arrayContaining([
        'inspect',
        'investigate',
        'trace',
        'paths',
        'review',
        'verify',
        'diff',
        'export',
        'redact',
      ]),
    );
    expect(pages.map(({ path }) => path)).toEqual(expect.arrayContaining(['README.md', 'docs/guide.md']));
  });

  it.each(pages)('$path: each command and each flag is one that the program has', async (page) => {
    const faults = await Promise.all(commandsOf(page).map(faultsOf));
    expect(faults.flat()).toEqual([]);
  });

  it('notices a command and a flag that are not there', async () => {
    expect(await faultsOf(['guess', '--out', 'x'])).toEqual(['guess']);
    expect(await faultsOf(['trace', 'x.csv', '--map', 'm', '--gues', '3'])).toEqual(['trace --gues']);
    expect(await faultsOf(['trace', 'x.csv', '--gues', '3', '--', '--master'])).toEqual(['trace --gues']);
  });
});
