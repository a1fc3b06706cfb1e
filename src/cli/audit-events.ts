import { type FileReport } from '../ingest/index.js';
import { type GuardListUse, type Manifest } from '../investigation/index.js';
import { type AuditEvent } from '../node/index.js';

/** The first event of a run. */
export function startedEvent(files: number, seed: number): AuditEvent {
  return { event: 'started', files, seed };
}

/** What was read, file by file, and the guard lists that were used. */
export function eventsOfReading(files: readonly FileReport[], uses: readonly GuardListUse[]): AuditEvent[] {
  return [
    ...files.map(({ name, sha256, read, accepted, quarantined, skipped }) => ({
      event: 'read',
      ...{ name, sha256, read, accepted, quarantined, skipped },
    })),
    ...uses.map((use) => ({ event: 'guardList', ...use })),
  ];
}

/** What was chosen and what came of it. The options stand here a second time, so that one changed in the manifest shows. */
export function eventsOfInvestigation({
  options,
  notEvaluable,
  guardLists,
  results,
  nullCheck,
}: Manifest): AuditEvent[] {
  const { files, ...guarded } = guardLists;
  return [
    { event: 'chosen', options },
    ...notEvaluable.map((entry) => ({ event: 'notEvaluable', ...entry })),
    ...(files.length > 0 ? [{ event: 'guarded', ...guarded }] : []),
    { event: 'investigated', ...results },
    ...(nullCheck === undefined ? [] : [{ event: 'nullChecked', ...nullCheck }]),
  ];
}
