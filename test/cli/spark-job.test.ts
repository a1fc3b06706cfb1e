import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { withFakeSpark } from '../support/fake-spark.js';
import { type CommandResult, freshFolder, runCommand } from '../support/run-command.js';
import { answerJob, changeAnswers } from '../support/spark-jobs.js';

let folder = '';
const at = (name: string): string => join(folder, name);
const lake = (): string[] => [at('lake/transfers.parquet'), '--map', 'lake'];
const codeOf = ({ err }: CommandResult): string => /\[([a-z-]+)\]\n$/u.exec(err)?.[1] ?? err;

beforeAll(async () => {
  folder = freshFolder();
  await runCommand('simulate', '--seed', '21', '--transfers', '10000', '--out', at('world'));
  await runCommand('convert', at('world/transactions.csv'), '--map', 'illicit-flows', '--out', at('lake'));
  const planned = await runCommand(
    'plan',
    ...lake(),
    '--out',
    at('job'),
    '--parts',
    '3',
    '--set',
    'fan-in.minPayers=9',
  );
  expect([planned.exitCode, planned.err]).toEqual([0, '']);
}, 240_000);

describe('plan', () => {
  it('writes a folder that says everything, and the same one again', { timeout: 60_000 }, async () => {
    expect(readdirSync(at('job')).sort()).toEqual([
      ...['1-facts.sql', '2-sieve.sql', '3-halo.sql', '4-global.sql', '5-check.sql', 'README.md'],
      ...['kernel.mjs', 'plan.json', 'run.sh'],
    ]);
    await runCommand('plan', ...lake(), '--out', at('again'), '--parts', '3', '--set', 'fan-in.minPayers=9');
    for (const name of readdirSync(at('job'))) {
      expect(readFileSync(at(`again/${name}`)).equals(readFileSync(at(`job/${name}`)))).toBe(true);
    }
  });

  it('names every file in the script and in the page', () => {
    const [script, page] = ['run.sh', 'README.md'].map((name) => readFileSync(at(`job/${name}`), 'utf8'));
    for (const name of readdirSync(at('job')).filter((file) => file.endsWith('.sql'))) {
      expect(script).toContain(name);
      expect(page).toContain(name);
    }
  });

  it('makes each table before it is read', () => {
    const made = new Set<string>();
    for (const name of readdirSync(at('job')).sort()) {
      if (!name.endsWith('.sql')) continue;
      for (const statement of readFileSync(at(`job/${name}`), 'utf8').split(';\n')) {
        const own = new Set([...statement.matchAll(/(?:WITH |, )(\w+) AS \(/gu)].map(([, cte]) => cte!));
        const read = [...statement.matchAll(/(?:FROM|JOIN) ([a-z_0-9]+)\b/gu)].map(([, table]) => table!);
        expect(
          read.filter((table) => !made.has(table) && !own.has(table) && table !== 'parquet' && table !== 'text'),
        ).toEqual([]);
        const [, view] = /VIEW (\w+) /u.exec(statement) ?? [];
        if (view !== undefined) made.add(view);
      }
    }
    expect(made.size).toBeGreaterThan(20);
  });

  it('has no account in anything but guard lists', () => {
    const accounts = new Set(
      readFileSync(at('world/transactions.csv'), 'utf8')
        .split('\n')
        .slice(1, 400)
        .flatMap((line) => [line.split(',')[3]!, line.split(',')[5]!])
        .filter((account) => account.length >= 8),
    );
    expect(accounts.size).toBeGreaterThan(20);
    for (const name of readdirSync(at('job'))) {
      const text = readFileSync(at(`job/${name}`), 'utf8');
      expect([...accounts].filter((account) => text.includes(account))).toEqual([]);
    }
  });

  it('asks for a lake, and for a folder that is free', { timeout: 60_000 }, async () => {
    const files = await runCommand('plan', at('world/transactions.csv'), '--map', 'illicit-flows', '--out', at('no'));
    expect([codeOf(files), existsSync(at('no'))]).toEqual(['engine-lake', false]);
    expect(codeOf(await runCommand('plan', ...lake(), '--out', at('job')))).toBe('output-in-use');
  });
});

describe('assemble', () => {
  beforeAll(async () => {
    await answerJob(at('job'), at('lake'));
  }, 240_000);

  /** Assembles a copy of the job that was changed, and gives the code of what is wrong with it. */
  async function refusalOf(change: (job: string) => void, ...flags: string[]): Promise<string> {
    const job = join(freshFolder(), 'job');
    const out = join(freshFolder(), 'case');
    cpSync(at('job'), job, { recursive: true });
    change(job);
    const result = await runCommand('assemble', job, ...lake(), '--out', out, '--no-report', ...flags);
    expect([result.exitCode, result.out, existsSync(out)]).toEqual([1, '', false]);
    return codeOf(result);
  }

  it('makes the case of one machine, byte for byte', { timeout: 240_000 }, async () => {
    const set = ['--set', 'fan-in.minPayers=9', '--no-report'];
    await runCommand('investigate', ...lake(), '--out', at('memory'), ...set);
    const made = await runCommand('assemble', at('job'), ...lake(), '--out', at('made'), '--no-report');
    expect([made.exitCode, made.err]).toEqual([0, '']);
    const read = (name: string): string => readFileSync(at(name), 'utf8');
    const names = readdirSync(at('memory'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !['manifest.json', 'audit.jsonl'].includes(entry.name))
      .map((entry) => join(entry.parentPath.slice(at('memory').length + 1), entry.name));
    expect(names).toContain('case.json');
    for (const name of names) expect(read(join('made', name))).toBe(read(join('memory', name)));
    const { options, ...manifest } = JSON.parse(read('made/manifest.json')) as { options: Record<string, unknown> };
    const { engine, ...chosen } = options;
    expect(engine).toEqual({ name: 'spark', plan: expect.stringMatching(/^[0-9a-f]{64}$/u) as string, parts: 3 });
    expect({ options: chosen, ...manifest }).toEqual(JSON.parse(read('memory/manifest.json')));
    const verified = await runCommand('verify', at('made'), at('lake/transfers.parquet'));
    expect([verified.exitCode, verified.err]).toEqual([0, '']);
  });

  const isCount = (line: string): boolean => line.startsWith('S\t');
  it.each<[string, (lines: string[]) => string[]]>([
    [
      'lacks its counts',
      (lines) => lines.filter((line, i) => !(isCount(line) && i > 3 && lines.slice(0, i).some(isCount))),
    ],
    ['has answered twice', (lines) => [...lines, lines.find(isCount)!]],
    ['lacks a finding', (lines) => lines.slice(1)],
    ['has a broken line', (lines) => lines.map((line, i) => (i === 0 ? line.slice(0, -9) : line))],
    [
      'has followed another plan',
      (lines) =>
        lines.map((line) => line.replace(/"plan":"."/u, '"plan":"-"').replace(/"plan":"[0-9a-f]{3}/u, '"plan":"zzz')),
    ],
    ['was never asked', (lines) => [...lines, ...lines.filter(isCount).map((line) => line.replace('star:', 'star:9'))]],
  ])('refuses answers of which a part %s', { timeout: 60_000 }, async (_, change) => {
    expect(
      await refusalOf((job) => {
        changeAnswers(job, change);
      }),
    ).toBe('job-answers');
  });

  it('refuses a job that did not come to its end, or left no parts of a kind', { timeout: 60_000 }, async () => {
    expect(
      await refusalOf((job) => {
        rmSync(join(job, 'out/done'), { recursive: true });
      }),
    ).toBe('job-unfinished');
    expect(
      await refusalOf((job) => {
        rmSync(join(job, 'out'), { recursive: true });
      }),
    ).toBe('job-unfinished');
    expect(
      await refusalOf((job) => {
        writeFileSync(join(job, 'out/parts/slice/part-00000'), '');
      }),
    ).toBe('job-parts');
  });

  it('refuses a job whose files are others, and takes one that is run otherwise', { timeout: 60_000 }, async () => {
    const append =
      (name: string) =>
      (job: string): void => {
        writeFileSync(join(job, name), '\n', { flag: 'a' });
      };
    for (const name of ['1-facts.sql', 'kernel.mjs', 'plan.json'])
      expect(await refusalOf(append(name))).toBe('job-differs');
    append('run.sh')(at('job'));
    const made = await runCommand('assemble', at('job'), ...lake(), '--out', at('other'), '--no-report');
    expect([made.exitCode, made.err]).toEqual([0, '']);
  });

  it('refuses another plan, another guard list, and a folder that is no job', { timeout: 60_000 }, async () => {
    const library = (job: string): void => {
      const path = join(job, 'plan.json');
      writeFileSync(path, readFileSync(path, 'utf8').replace(/"library": "[^"]+"/u, '"library": "0.0.0"'));
    };
    expect(await refusalOf(library)).toBe('plan');
    const [, first = ''] = readFileSync(at('world/transactions.csv'), 'utf8').split('\n');
    const [, , bank, account] = first.split(',');
    mkdirSync(at('lists'));
    writeFileSync(at('lists/ours.csv'), `institution,account,kind\n${bank},${account},registered-body\n`);
    expect(await refusalOf(() => undefined, '--guard-list', at('lists/ours.csv'))).toBe('job-differs');
    expect(
      await refusalOf((job) => {
        rmSync(join(job, 'plan.json'));
      }),
    ).toBe('job-folder');
  });
});

describe('investigate --engine spark', () => {
  const refused = async (...flags: string[]): Promise<string> => {
    const out = join(freshFolder(), 'case');
    const result = await runCommand('investigate', ...lake(), '--out', out, ...flags);
    expect([result.exitCode, existsSync(out)]).toEqual([1, false]);
    return codeOf(result);
  };

  it('asks for a job, and for no job without it', { timeout: 60_000 }, async () => {
    expect(await refused('--engine', 'spark')).toBe('engine-job-flag');
    expect(await refused('--job', at('j'))).toBe('engine-job-flag');
    expect(await refused('--engine', 'duckdb', '--parts', '3')).toBe('engine-job-flag');
    expect(await refused('--engine', 'spark', '--job', at('j'), '--memory', '1G')).toBe('engine-memory-flag');
  });

  it('says what is missing where Spark or Java is', { timeout: 60_000 }, async () => {
    const { SPARK_HOME: home, JAVA_HOME: java } = process.env;
    const restore = (name: string, value: string | undefined): void => {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    };
    try {
      Reflect.deleteProperty(process.env, 'SPARK_HOME');
      expect(await refused('--engine', 'spark', '--job', at('j'))).toBe('spark-missing');
      process.env['SPARK_HOME'] = folder;
      expect(await refused('--engine', 'spark', '--job', at('j'))).toBe('spark-missing');
      mkdirSync(at('bin'));
      writeFileSync(at('bin/spark-sql'), '#!/bin/sh\n', { mode: 0o755 });
      process.env['JAVA_HOME'] = folder;
      expect(await refused('--engine', 'spark', '--job', at('j'))).toBe('java-missing');
    } finally {
      restore('SPARK_HOME', home);
      restore('JAVA_HOME', java);
    }
    expect(existsSync(at('j'))).toBe(false);
  });

  /** What came of an investigation with something that is called as Spark is. */
  async function withScript(script: string, ...options: string[]): Promise<CommandResult & { readonly job: string }> {
    return withFakeSpark(script, async () => {
      const [job, out] = [join(freshFolder(), 'job'), join(freshFolder(), 'case')];
      const flags = ['--engine', 'spark', '--job', job, '--out', out, '--parts', '3', '--no-report'];
      const result = await runCommand('investigate', ...lake(), ...flags, '--', ...options);
      expect([result.exitCode, result.out, existsSync(out)]).toEqual([1, '', false]);
      return { ...result, job };
    });
  }

  it('shows the words of the kernel, no others, and leaves no output', { timeout: 60_000 }, async () => {
    const words = 'illicit-flows: Expected at most 9 rows in a part (--max-part-rows): cut into more parts [part-rows]';
    const { err, job } = await withScript(
      `echo 'Caused by: row [SECRET]'; echo 'Error: ${words}' >&2; for a in "$@"; do case $a in *out=*) mkdir "\${a#*out=file://}";; esac; done; exit 1`,
    );
    expect(err).toContain('at most 9 rows in a part (--max-part-rows): cut into more parts [part-rows] [spark-failed]');
    expect(err).not.toContain('SECRET');
    expect(readFileSync(join(job, 'spark.log'), 'utf8')).toContain('SECRET');
    expect(existsSync(join(job, 'out'))).toBe(false);
  });

  it('does not believe a Spark that says that all is well', { timeout: 60_000 }, async () => {
    expect(codeOf(await withScript('exit 0'))).toBe('job-unfinished');
  });

  it('hands over options, files and all statements', { timeout: 60_000 }, async () => {
    const { job } = await withScript('echo "$@"; ls; cat all.sql', '--master', 'yarn', '--conf', 'a=b c');
    const log = readFileSync(join(job, 'spark.log'), 'utf8');
    expect(log).toMatch(/--files kernel\.mjs,plan\.json .*--master yarn --conf a=b c -f all\.sql\n/u);
    expect(log).toContain(
      `\nall.sql\nkernel.mjs\nplan.json\ndfs -mkdir file://${join(job, 'out')};\n-- What the whole`,
    );
    for (const name of ['1-facts.sql', '5-check.sql']) expect(log).toContain(readFileSync(join(job, name), 'utf8'));
  });
});
