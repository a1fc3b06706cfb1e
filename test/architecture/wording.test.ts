import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { DETECTORS, runDetector } from '../../src/typologies/index.js';
import { contextOf } from '../support/detection-context.js';
import { DETECTOR_EXAMPLES } from '../support/detector-examples/index.js';

const SRC = resolve(import.meta.dirname, '../../src');

/** Words that accuse, or that name people by a status. Whole words, any case. */
const ACCUSING =
  /\b(?:smugglers?|suspects?|suspected|criminals?|guilty|culprits?|illegals?|aliens?|dirty money|rings?|gangs?|offenders?|perpetrators?)\b/iu;
/** Words for people who may be exploited, or that say what a flow is for. Not of the labels that `simulate` is evaluated by. */
const LABELLING = /\b(?:mules?|muling|scams?|scammers?)\b/iu;
/** Whose words these are: labels of simulated truth, and titles of the sources. */
const OWN_LABELS = /^(?:simulation\/|typologies\/bibliography\.ts$)/u;
/** Names of public data sets, quoted in presets, are not our words. */
const QUOTED_NAMES = new Set(['rift-muling']);

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

/** Names of fields in object literals, which become parameter names and columns: `minBetween` as "min between". */
function fieldsOf(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isField = ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node);
    if (isField && ts.isIdentifier(node.name)) found.push(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** A name as the words it is made of. */
function wordsOf(name: string): string {
  return name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/gu, ' ').replaceAll(/[_-]/gu, ' ');
}

describe('wording', () => {
  const paths = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));

  it('finds the words it looks for', () => {
    expect(ACCUSING.test('a Suspect account')).toBe(true);
    expect(ACCUSING.test('string of earrings')).toBe(false);
    expect(LABELLING.test(wordsOf('minMules'))).toBe(true);
    expect(LABELLING.test(wordsOf('stimulesce'))).toBe(false);
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

  it('writes every percentage as "95 %", with a space', () => {
    // Widths of a style are no words.
    const tight = paths.flatMap((path) =>
      readFileSync(join(SRC, path), 'utf8')
        .split('\n')
        .filter((line) => /[}\d]%/u.test(line) && !line.includes('.style.'))
        .map((line) => `${path}: ${line.trim()}`),
    );
    expect(tight).toEqual([]);
  });

  it('labels nobody in a text, a parameter or a column', () => {
    const labelling = paths
      .filter((path) => !OWN_LABELS.test(path))
      .flatMap((path) =>
        [...stringsOf(join(SRC, path)), ...fieldsOf(join(SRC, path))]
          .filter((text) => LABELLING.test(wordsOf(text)) || ACCUSING.test(wordsOf(text)))
          .filter((text) => !/not evidence of guilt/iu.test(text) && !QUOTED_NAMES.has(text))
          .map((text) => `${path}: ${text}`),
      );
    expect(labelling).toEqual([]);
  });

  it('labels nobody in what detectors declare and measure', () => {
    for (const [id, { positive, parameters }] of DETECTOR_EXAMPLES) {
      const detector = DETECTORS.find((one) => one.id === id)!;
      const { detection } = runDetector(contextOf(positive), detector, parameters);
      const texts = JSON.stringify({ detector, detection }).match(/[A-Za-z][\w-]*/gu) ?? [];
      expect(texts.filter((text) => LABELLING.test(wordsOf(text)) || ACCUSING.test(wordsOf(text)))).toEqual([]);
    }
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
