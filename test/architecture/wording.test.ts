import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../../src');

/** Words that accuse, or that name people by a status. Whole words, any case. */
const ACCUSING =
  /\b(?:smugglers?|suspects?|suspected|criminals?|guilty|culprits?|illegals?|aliens?|dirty money|rings?|gangs?|offenders?|perpetrators?)\b/iu;
/** File names of public data sets, quoted in presets, are not our words. */
const QUOTED_NAMES = new Set<string>();

function stringsOf(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isImport = ts.isImportDeclaration(node) || ts.isExportDeclaration(node);
    if (isImport) return;
    if (ts.isStringLiteralLike(node)) found.push(node.text);
    else if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe('wording', () => {
  const paths = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));

  it('finds the words it looks for', () => {
    expect(ACCUSING.test('a Suspect account')).toBe(true);
    expect(ACCUSING.test('string of earrings')).toBe(false);
  });

  it('accuses nobody in any string the library can emit', () => {
    const accusing = paths.flatMap((path) =>
      stringsOf(join(SRC, path))
        .filter((text) => ACCUSING.test(text.replace(/not evidence of guilt/giu, '')) && !QUOTED_NAMES.has(text))
        .map((text) => `${path}: ${text}`),
    );
    expect(paths.length).toBeGreaterThan(50);
    expect(accusing).toEqual([]);
  });

  it('speaks of smuggling networks only as something that may be linked', () => {
    const loose = paths.flatMap((path) =>
      stringsOf(join(SRC, path))
        .filter((text) => /smuggling network/iu.test(text) && !/may be linked to a/iu.test(text))
        .map((text) => `${path}: ${text}`),
    );
    expect(loose).toEqual([]);
  });
});
