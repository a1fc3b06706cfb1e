import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../../src');

/** Floors of the house. A folder may import only from lower floors; equal numbers do not import each other. */
const FLOORS = new Map([
  ['structures', 0],
  ['foundation', 0],
  ['ledger', 1],
  ['ingest', 2],
  ['graph', 2],
  ['evidence', 2],
  ['simulation', 2],
  ['features', 3],
  ['trace', 4],
  ['communities', 4],
  ['typologies', 5],
  ['slices', 6],
  ['judgement', 6],
  ['leads', 7],
  ['disclosure', 8],
  ['questions', 8.5],
  ['investigation', 9],
  ['export', 9],
  ['report', 9],
  ['node', 10],
  ['engine', 10],
  ['cli', 11],
]);
/** The one neighbour import inside a floor: data structures may use domain errors and comparisons. */
const ALLOWED_NEIGHBOURS = new Set(['structures>foundation']);
/** Simulated worlds are for tests, examples, benchmarks and the command line. */
const SIMULATION_READERS = new Set(['cli']);
const IMPURE = new Set(['node', 'engine', 'cli']);
/** Rooms with a door of their own: schemas of a case and of what a page embeds, which alone below the command line need zod. */
const SCHEMA_ROOMS = new Map([
  [join('disclosure', 'document'), new Set(['node', 'cli', join('report', 'document')])],
  [join('report', 'document'), new Set(['cli'])],
]);
/**
 * Files outside disclosure that ask for the text of an account: matching lists that the user gave, the command line's look-up,
 * the full-name graphology bridge, the frontier, which asks for the institution alone, and the slices of a ledger, which are
 * the data themselves on their way to another machine and no output.
 */
const NAME_READERS = new Set(
  [
    ...['ingest/match-guard-list.ts', 'cli/find-accounts.ts', 'graph/to-graphology.ts', 'trace/ask/frontier.ts'],
    'slices/account-keys.ts',
  ].map((path) => path.replaceAll('/', sep)),
);
/** Lives and regimes of simulated worlds read each other: their folders are no rooms yet. */
const WITHOUT_ROOMS = new Set(['simulation']);

interface Source {
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const sources: Source[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => {
    const text = readFileSync(join(SRC, path), 'utf8');
    const imports = [...text.matchAll(/(?:from|import\()\s*'([^']+)'/gu)].map((match) => match[1]!);
    return { path, folder: path.includes(sep) ? path.split(sep)[0]! : '', text, imports };
  });

/** Text without comments, so that a docstring may mention what code may not do. */
function codeOf(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//gu, '').replace(/(^|\s)\/\/.*$/gmu, '$1');
}

/** Whether a file says a layout in zod: it lies in a room of schemas and is named so. */
function isSchemaFile(path: string): boolean {
  return SCHEMA_ROOMS.has(dirname(path)) && path.endsWith('-schema.ts');
}

function offendersOf(test: (source: Source) => string | undefined): string[] {
  return sources.flatMap((source) => {
    const offence = test(source);
    return offence === undefined ? [] : [`${source.path}: ${offence}`];
  });
}

/** The files that a file imports. */
function targetsOf({ path, imports }: Source): string[] {
  return imports
    .filter((name) => name.startsWith('.'))
    .map((name) => join(dirname(path), name.replace(/\.js$/u, '.ts')));
}

/** A folder inside a floor; a file that lies in none is a room of its own. */
function roomOf(path: string): string {
  return path.split(sep).slice(0, 2).join(sep);
}

function circlesOf(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const walk = (node: string, trail: readonly string[]): string[] => {
    if (trail.includes(node)) return [[...trail.slice(trail.indexOf(node)), node].join(' > ')];
    if (done.has(node)) return [];
    const found = (graph.get(node) ?? []).flatMap((next) => walk(next, [...trail, node]));
    done.add(node);
    return found;
  };
  return [...graph.keys()].flatMap((node) => walk(node, []));
}

describe('the house', () => {
  it('knows every folder', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect([...new Set(sources.map(({ folder }) => folder))].filter((f) => f !== '' && !FLOORS.has(f))).toEqual([]);
  });

  it('imports downwards only, and only through the index of the other folder', () => {
    const offenders = offendersOf(({ path, folder, imports }) => {
      if (folder === '') return undefined;
      for (const specifier of imports.filter((name) => name.startsWith('.'))) {
        const target = relative(SRC, resolve(SRC, dirname(path), specifier)).split(sep);
        const other = target[0]!;
        if (other === folder) continue;
        const downwards = (FLOORS.get(other) ?? Infinity) < FLOORS.get(folder)!;
        if (!downwards && !ALLOWED_NEIGHBOURS.has(`${folder}>${other}`)) return `imports ${other}`;
        const readers = target.at(-1) === 'index.js' ? SCHEMA_ROOMS.get(target.slice(0, -1).join(sep)) : undefined;
        const isSchema =
          readers !== undefined && (readers.has(folder) || (readers.has(dirname(path)) && isSchemaFile(path)));
        if (!isSchema && (target.length !== 2 || target[1] !== 'index.js')) return `reaches into ${target.join('/')}`;
        if (other === 'simulation' && !SIMULATION_READERS.has(folder)) return 'reads simulated worlds';
      }
      return undefined;
    });
    expect(offenders).toEqual([]);
  });

  it('has no import cycle between files', () => {
    expect(circlesOf(new Map(sources.map((source) => [source.path, targetsOf(source)])))).toEqual([]);
  });

  it('has no circle between the rooms of a floor', () => {
    const graph = new Map<string, string[]>();
    for (const source of sources.filter(({ folder }) => !WITHOUT_ROOMS.has(folder))) {
      const room = roomOf(source.path);
      const others = targetsOf(source).map(roomOf);
      graph.set(room, [...(graph.get(room) ?? []), ...others.filter((other) => other !== room)]);
    }
    expect(circlesOf(graph)).toEqual([]);
  });

  it('gives each detector a folder of its name, which no other folder reads', () => {
    const registry = sources.find(({ path }) => path === join('typologies', 'registry.ts'))!;
    const detectors = targetsOf(registry).filter((path) => path !== join('typologies', 'detector.ts'));
    const folders = new Set(detectors.map(roomOf));
    expect(folders.size).toBeGreaterThan(20);
    expect(detectors).toEqual([...folders].map((folder) => join(folder, `${folder.split(sep)[1]!}.ts`)));
    const offenders = offendersOf((source) =>
      source === registry
        ? undefined
        : targetsOf(source).find((path) => folders.has(roomOf(path)) && roomOf(path) !== roomOf(source.path)),
    );
    expect(offenders).toEqual([]);
  });

  it('keeps clock, chance, console and node: out of everything but the floors that are said to be impure', () => {
    const forbidden = /\bMath\.random\b|\bDate\.now\b|\bnew Date\(\)|\bconsole\.|\bprocess\.|'node:/u;
    const offenders = offendersOf(({ folder, text }) =>
      IMPURE.has(folder) ? undefined : forbidden.exec(codeOf(text))?.[0],
    );
    expect(offenders.filter((offence) => !offence.startsWith(`index.ts`))).toEqual([]);
  });

  it('keeps browser code in the client of the report, and everything else out of it', () => {
    const client = join('report', 'client') + sep;
    const browser = /\b(?:document\.(?:createElement|getElementById|body)|innerHTML|outerHTML|insertAdjacentHTML)/u;
    const offenders = offendersOf((source) => {
      const { path, text, imports } = source;
      if (!path.startsWith(client))
        return browser.exec(codeOf(text))?.[0] ?? targetsOf(source).find((one) => one.startsWith(client));
      if (/innerHTML|outerHTML|insertAdjacentHTML|['"]style['"]/u.test(codeOf(text))) return 'markup from text';
      const bundled = new Set(['d3-geo', 'topojson-client', 'topojson-specification', 'geojson']);
      return imports.find((name) => /^[\w@]/u.test(name) && !bundled.has(name));
    });
    expect(offenders).toEqual([]);
  });

  it('keeps commander behind the command line, and zod there and in the schemas of a case and of a page', () => {
    const offenders = offendersOf(({ path, folder, imports }) => {
      if (folder === 'cli') return undefined;
      return imports.find((name) => (name === 'zod' && !isSchemaFile(path)) || name === 'commander');
    });
    expect(offenders).toEqual([]);
  });

  it('imports nothing but types from the schemas where cases and pages are made and exported', () => {
    const value = /^(?:import|export) (?!type )[^;]*?from '[^']*-schema\.js'/gmu;
    const offenders = offendersOf(({ path, folder, text }) => {
      const isDoor = SCHEMA_ROOMS.has(dirname(path)) && path.endsWith(`${sep}index.ts`);
      return isSchemaFile(path) || isDoor || folder === 'cli' ? undefined : value.exec(text)?.[0];
    });
    expect(offenders).toEqual([]);
  });

  it('lets disclosure alone turn accounts into names', () => {
    const offenders = offendersOf(({ path, folder, text }) => {
      if (folder === 'disclosure' || folder === 'ledger' || NAME_READERS.has(path)) return undefined;
      return /\b(?:accounts|directory)\.key\(/u.exec(codeOf(text))?.[0];
    });
    expect(offenders).toEqual([]);
    const frontier = sources.find(({ path }) => path === join('trace', 'ask', 'frontier.ts'))!;
    expect(frontier.text).toContain('const { institution } = graph.ledger.accounts.key(account);');
  });

  it('has no file over 400 lines and few over 250', () => {
    const long = offendersOf(({ text }) => (text.split('\n').length > 400 ? 'over 400 lines' : undefined));
    const longish = offendersOf(({ text }) => (text.split('\n').length > 250 ? 'over 250 lines' : undefined));
    expect(long).toEqual([]);
    expect(longish.length).toBeLessThanOrEqual(3);
  });

  it('has no default export, no catch-all export, no vague file name', () => {
    const vague = /(?:^|[/\\])(?:utils?|helpers?|common|misc|manager|factory)\.ts$/u;
    const offenders = offendersOf(({ path, text }) =>
      vague.test(path) ? 'vague name' : /^export (?:default|\*)/mu.exec(text)?.[0],
    );
    expect(offenders).toEqual([]);
  });
});
