import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** All files in a folder and below it, by their path from it, with slashes; sorted. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** All files of a case but for the times in audit.jsonl, and the chain over them. */
export function bytesOf(folder: string): Record<string, string> {
  const entries = filesIn(folder).map((name): [string, string] => {
    const text = readFileSync(join(folder, name), 'utf8');
    return [name, name === 'audit.jsonl' ? text.replaceAll(/"(time|previous)":"[^"]*"/gu, '"$1":""') : text];
  });
  return Object.fromEntries(entries);
}
