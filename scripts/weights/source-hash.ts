import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

const SRC = resolve(import.meta.dirname, '../../src');

/**
 * Hash of the code of folders of `src`, 16 hexadecimal digits. Comments, types and layout do not count, so that a better
 * docstring does not ask for new weights.
 */
export function sourceHash(...folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const paths = readdirSync(join(SRC, folder), { recursive: true, encoding: 'utf8' }).filter((p) =>
      p.endsWith('.ts'),
    );
    for (const path of paths.map((p) => p.replaceAll('\\', '/')).sort()) {
      const { outputText } = ts.transpileModule(readFileSync(join(SRC, folder, path), 'utf8'), {
        compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022, removeComments: true },
      });
      hash.update(`${folder}/${path}\n${outputText.replace(/\s+/gu, ' ')}\n`);
    }
  }
  return hash.digest('hex').slice(0, 16);
}
