import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

const ROOT = resolve(import.meta.dirname, '../..');

/**
 * Hash of code, 16 hexadecimal digits: of files, and of all files of folders, given from the top of the repository. Comments,
 * types and layout do not count, so that a better docstring does not ask for new weights.
 */
export function sourceHash(...places: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of places.flatMap(filesOf)) {
    const { outputText } = ts.transpileModule(readFileSync(join(ROOT, path), 'utf8'), {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022, removeComments: true },
    });
    hash.update(`${path}\n${outputText.replace(/\s+/gu, ' ')}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

function filesOf(place: string): string[] {
  if (statSync(join(ROOT, place)).isFile()) return [place];
  return readdirSync(join(ROOT, place), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `${place}/${path.replaceAll('\\', '/')}`)
    .sort();
}
