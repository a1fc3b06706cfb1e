import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CaseDocument } from '../disclosure/index.js';
import { InputError, VERSION } from '../foundation/index.js';
import { type ReportRun } from '../report/index.js';
import { reportRunSchema } from './report-run-schema.js';

/**
 * What the folder of a case tells of its run.
 * @throws InputError `case-unreadable`
 */
export async function readCaseRun(folder: string, { redaction }: Pick<CaseDocument, 'redaction'>): Promise<ReportRun> {
  return redaction === undefined ? readRun(folder) : RUN_NOT_PASSED_ON;
}

/** A redacted case has no manifest: names and hashes of files would tell whose they are. */
const RUN_NOT_PASSED_ON: ReportRun = {
  version: VERSION,
  options: { seed: 1 },
  totals: { read: 0, accepted: 0, quarantined: 0, skipped: 0 },
  inputs: [],
};

async function readRun(folder: string): Promise<ReportRun> {
  const path = join(folder, 'manifest.json');
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new InputError('case-unreadable', `Expected a case folder with manifest.json at ${path}`, { cause });
  });
  try {
    return reportRunSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new InputError('case-unreadable', `Expected ${path} to be the manifest of a case`, { cause });
  }
}
