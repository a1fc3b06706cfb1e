import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  compareTables,
  type Difference,
  differencesOfDocuments,
  differencesOfEvents,
  differencesOfManifests,
  ShownValues,
  tableCells,
} from '../export/index.js';
import {
  caseFiles,
  checkCaseFiles,
  figureFiles,
  FIGURES_FOLDER,
  readAudit,
  readReviews,
  reportFiles,
} from '../node/index.js';
import { readManifest } from './read-manifest.js';
import { type RepeatOptions, repeatRun } from './repeat-run.js';

const UNKNOWN_FILE = '[a file that the new run does not write]';

/** What {@link verifyCase} looked at, and what it found. */
export interface Verification {
  /** Most telling first: the log and the files, the inputs, what can be told to the line, the rest. Empty: everything agrees. */
  readonly differences: readonly Difference[];
  readonly checked: {
    readonly events: number;
    readonly files: number;
    readonly inputs: number;
    readonly leads: number;
    readonly findings: number;
    readonly tables: number;
    readonly reviews: number;
  };
  /** Files in the folder that are no part of the case and were not looked at. */
  readonly otherFiles: number;
  /** Versions where they are not the same: differences may then come from the library. */
  readonly versions: { readonly case: string; readonly now: string } | null;
}

/**
 * Checks a case against its audit log, against the files that it was made from, and field by field against the same run made again.
 * That everything agrees says that the case follows from these files by these rules; not that a lead is right, and not who made it.
 *
 * @throws InputError, UsageError where the case cannot be checked: see `readAudit`, `readManifest`, `repeatRun`
 */
export async function verifyCase(
  folder: string,
  files: readonly string[],
  options: RepeatOptions,
): Promise<Verification> {
  const audit = await readAudit(folder);
  const written = await readManifest(folder);
  const { reviews, broken: brokenReview } = await readReviews(folder);
  const { changed, others } = await checkCaseFiles(folder, audit.written);
  const run = await repeatRun(files, written, options);
  const page = audit.written.has('report.html') ? await reportFiles(run.investigation.document, run.manifest) : [];
  const hasFigures = [...audit.written.keys()].some((name) => name.startsWith(`${FIGURES_FOLDER}/`));
  const figures = hasFigures ? (await figureFiles(run.investigation.document, run.manifest)).files : [];
  const fresh = new Map(
    [...page, ...figures, ...caseFiles(run.investigation, run)].map(
      ({ name, chunks }) => [name, [...chunks].join('')] as const,
    ),
  );
  const tables = [...fresh].filter(([name]) => name.endsWith('.csv'));
  const plain = {
    document: JSON.parse(fresh.get('case.json')!) as unknown,
    manifest: JSON.parse(fresh.get('manifest.json')!) as unknown,
    events: JSON.parse(JSON.stringify(run.events.map((event) => ({ ...event, time: null })))) as unknown,
  };
  const shown = new ShownValues(
    [...Object.values(plain), ...fresh.keys(), ...tables.map(([, text]) => tableCells(text))],
    new Set([...run.investigation.caseFile.protection.everyText(), ...run.vouchedTexts]),
  );
  const differences: Difference[] = [];
  if (audit.broken !== undefined) differences.push(brokenLog('audit.jsonl', audit.broken));
  if (brokenReview !== undefined) differences.push(brokenLog('review.jsonl', brokenReview));
  for (const { name, was, now } of changed) {
    // That one of these cannot be read is said where it is compared.
    if (now === null && fresh.has(name)) continue;
    const file = shown.knows(name) ? name : UNKNOWN_FILE;
    differences.push({ file, place: '', field: 'SHA-256', source: null, was: shown.was(was, 'a'.repeat(64)), now });
  }
  const manifest = await readJson(folder, 'manifest.json');
  const document = await readJson(folder, 'case.json');
  for (const one of differencesOfManifests({ was: manifest, now: plain.manifest }, shown)) differences.push(one);
  if (audit.broken === undefined) {
    const events = audit.events.slice(0, -1).map((event) => ({ ...event, time: null }));
    for (const one of differencesOfEvents({ was: events, now: plain.events }, shown)) differences.push(one);
  }
  if (document === undefined) differences.push(missing('case.json'));
  else for (const one of differencesOfDocuments({ was: document, now: plain.document }, shown)) differences.push(one);
  for (const [name, now] of fresh) {
    if (name.endsWith('.json')) continue;
    const was = await textOf(folder, name);
    if (was === undefined) differences.push(missing(name));
    else if (name.endsWith('.csv')) for (const one of compareTables({ name, was, now }, shown)) differences.push(one);
    else if (was !== now) differences.push({ ...missing(name), was: 'other bytes', now: 'the same file made again' });
  }
  for (const name of [...audit.written.keys()].filter((written) => !fresh.has(written))) {
    const file = /^(?:leads\/C\d{3,9}\/transfers\.csv|figures\/C\d{3,9}-[a-z]{3,9}\.svg)$/u.test(name)
      ? name
      : UNKNOWN_FILE;
    differences.push({ ...missing(file), was: 'a file', now: null });
  }
  const { leads, findings } = run.investigation.document;
  return {
    differences: sorted(differences),
    checked: {
      events: audit.events.length,
      files: audit.written.size,
      inputs: run.manifest.inputs.length,
      leads: leads.length,
      findings: findings.length,
      tables: tables.length,
      reviews: reviews.length,
    },
    otherFiles: others,
    versions:
      written.version === run.manifest.version
        ? null
        : { case: shown.was(written.version, run.manifest.version) ?? '', now: run.manifest.version },
  };
}

function brokenLog(file: string, { line, reason }: { readonly line: number; readonly reason: string }): Difference {
  return { file, place: `line ${line}`, field: 'chain', source: null, was: reason, now: 'an unbroken chain' };
}

function missing(file: string): Difference {
  return { file, place: '', field: '', source: null, was: null, now: 'a file that can be read' };
}

/** What a transfer is, and not which findings it is in: where one was changed, thousands of their numbers move. */
function isOfTransfer({ file, place, field }: Difference): boolean {
  const isRow = / transfer \d+$/u.test(place) || file.startsWith('leads/');
  return isRow && !field.startsWith('findings');
}

/** Stable: what says most stands first, the rest in the order of the case. */
function sorted(differences: readonly Difference[]): Difference[] {
  const rank = (one: Difference): number => {
    const { file, field, source } = one;
    if (field === 'SHA-256' || field === 'chain') return 0;
    if (file === 'input') return 1;
    if (file === 'audit.jsonl') return 2;
    if (source === null) return 5;
    return isOfTransfer(one) ? 3 : 4;
  };
  return [...differences].sort((a, b) => rank(a) - rank(b));
}

async function textOf(folder: string, name: string): Promise<string | undefined> {
  return readFile(join(folder, name), 'utf8').catch(() => undefined);
}

async function readJson(folder: string, name: string): Promise<unknown> {
  try {
    return JSON.parse((await textOf(folder, name)) ?? '') as unknown;
  } catch {
    return undefined;
  }
}
