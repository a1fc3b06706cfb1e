import { type WrittenFile } from './write-text.js';

export const AUDIT_FILE = 'audit.jsonl';

/** A line of audit.jsonl before its time is added: what happened, and its numbers. */
export interface AuditEvent {
  readonly event: string;
  readonly [detail: string]: unknown;
}

/** The last event of a case: what every other file was when it was written. */
export function writtenEvent(written: readonly WrittenFile[]): AuditEvent {
  return { event: 'written', files: written.map(({ name, sha256 }) => ({ name, sha256 })) };
}
