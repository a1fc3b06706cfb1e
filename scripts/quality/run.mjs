// Quality in tables: npm run quality -- [--only worlds,null,columns,stress,amlworld,cases] [--seeds 9001-9003] ... [--write]
// Each table goes to standard output as Markdown, and with --write into docs/quality.md. Progress goes to standard error.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import * as amlworld from './amlworld.mjs';
import { readBenchOptions, typedOptions, USAGE } from './bench-options.mjs';
import * as cases from './cases.mjs';
import * as columns from './columns.mjs';
import { buildCommandLine, CommandLine } from './command-line.mjs';
import { replaceSection } from './markdown.mjs';
import * as nullWorlds from './null.mjs';
import * as stress from './stress.mjs';
import * as worlds from './worlds.mjs';

const TABLES = { worlds, null: nullWorlds, columns, stress, amlworld, cases };
const PAGE = resolve(import.meta.dirname, '../../docs/quality.md');

async function main() {
  const options = readBenchOptions(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(USAGE);
    return;
  }
  const commandLine = new CommandLine(options.binary ?? (await buildCommandLine()));
  const version = commandLine.run('--version').trim();
  const report = (text) => void process.stderr.write(`${text}\n`);
  for (const name of options.only) {
    const { title, measure } = TABLES[name];
    const measured = await measure({ ...options, commandLine, report });
    const text = `## ${title}\n\n\`npm run quality -- ${typedOptions(name, options)}\`. Version ${version}.\n\n${measured}\n`;
    process.stdout.write(`${text}\n`);
    if (options.write) await writeInto(PAGE, name, text);
  }
}

async function writeInto(path, name, text) {
  const page = replaceSection(readFileSync(path, 'utf8'), name, text);
  writeFileSync(path, await format(page, { ...(await resolveConfig(path)), filepath: path }));
}

main().catch((error) => {
  process.stderr.write(`${error.message}\n\n${USAGE}`);
  process.exitCode = 1;
});
