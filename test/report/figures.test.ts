import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { XMLParser } from 'fast-xml-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CaseDocument } from '../../src/disclosure/document/index.js';
import { redactCase } from '../../src/disclosure/index.js';
import { INK, ROLE_INK } from '../../src/report/figures/look.js';
import { textOf } from '../../src/report/figures/svg.js';
import { widthOf } from '../../src/report/pictures/text-width.js';
import { caseFigures, type CaseFigures, MOST_FIGURE_LEADS } from '../../src/report/index.js';
import { madeCase } from '../support/case-documents.js';
import { HOSTILE_TEXTS, hostileCase } from '../support/hostile-texts.js';
import { testHash } from '../support/redaction-keys.js';
import { journeyCase, madeRun, noLead } from './report-cases.js';

const ROOT = join(import.meta.dirname, '../..');
let template: string;
beforeAll(() => {
  template = readFileSync(join(ROOT, 'dist/report-template.html'), 'utf8');
});

const draw = (document: CaseDocument, leads?: readonly string[]): CaseFigures =>
  caseFigures(
    document,
    { ...madeRun(), weights: { worlds: '0123456789abcdef' } },
    template,
    leads === undefined ? {} : { leads },
  );
const named = ({ figures }: CaseFigures, name: string): string => figures.find((one) => one.name === name)!.svg;
/** Every text of a figure, in the order in which it stands. */
const textsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map(([, text]) =>
    text!.replaceAll('&#39;', "'").replaceAll('&amp;', '&'),
  );
const ELEMENTS = new Set(['?xml', 'svg', 'title', 'desc', 'defs', 'pattern', 'g', 'path', 'rect', 'circle', 'text']);

/** Names of the elements and attributes of a figure. */
function markupOf(svg: string): { elements: Set<string>; attributes: Set<string> } {
  const elements = new Set<string>();
  const attributes = new Set<string>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (key.startsWith('@')) attributes.add(key.slice(1));
        else if (key !== '#text') elements.add(key);
        walk(inner);
      }
    }
  };
  walk(new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@' }).parse(svg));
  return { elements, attributes };
}

describe('figures of a case', () => {
  it('are four of each lead, parse, and are drawn by another renderer', () => {
    const { figures, leftOut, leadsLeftOut } = draw(journeyCase());
    expect(figures.map(({ name }) => name)).toEqual(
      ['C001', 'C002'].flatMap((lead) => ['flow', 'time', 'map', 'score'].map((name) => `${lead}-${name}`)),
    );
    expect([leftOut, leadsLeftOut]).toEqual([[], 0]);
    for (const { svg } of figures.slice(0, 4)) {
      expect(() => markupOf(svg)).not.toThrow();
      const picture = new Resvg(svg, { fitTo: { mode: 'width', value: 300 } }).render();
      expect(picture.width).toBe(300);
      const { pixels } = picture;
      const colours = new Set<number>();
      for (let i = 0; i < pixels.length; i += 4)
        colours.add((pixels[i]! << 16) | (pixels[i + 1]! << 8) | pixels[i + 2]!);
      expect(colours.size).toBeGreaterThan(100);
      expect([...picture.asPng().subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
    }
  });

  it('hold title, caution and source, and are told apart by hatching', () => {
    for (const { name, svg } of draw(journeyCase()).figures) {
      const text = textsOf(svg).join(' ');
      expect(text, name).toContain(`${name.slice(0, 4)}: `);
      expect(text).toContain('A lead, not proof.');
      expect(text).toContain('Payers are counted, never named.');
      expect(text).toContain('transactions.csv (SHA-256 abababababab…)');
      expect(text).toContain('illicit-flows 0.1.0, seed 7, evidence weights 0123456789ab');
      expect(svg).toMatch(/url\(#(?:light|dark)-(?:moved|against)\)/u);
      expect(new Set([...svg.matchAll(/font-family="([^"]*)"/gu)].map(([, family]) => family))).toEqual(
        new Set(['sans-serif', 'serif']),
      );
      expect(svg).toContain('width="1200"');
    }
  });

  it('are the same to the byte for the same case', () => {
    expect(draw(journeyCase())).toEqual(draw(journeyCase()));
  });

  it('say sums that add up to those of the document', () => {
    const document = journeyCase();
    const { transfers, currencies } = document.leads[0]!;
    const cents = (text: string): bigint => BigInt(text.replaceAll(',', '').replace('.', ''));
    const text = textsOf(named(draw(document), 'C001-flow'));
    const code = currencies[0]!;
    const told = ['Paid in: ', 'Moved between', 'Paid out to', 'Not drawn: '].map((start) => {
      const found = text.find((one) => one.startsWith(start));
      return cents(new RegExp(`${code} ([\\d,]+\\.\\d{2}) in`, 'u').exec(found ?? `${code} 0.00 in`)![1]!);
    });
    const sums = [0n, 0n, 0n, 0n];
    transfers.amount.forEach((amount, i) => {
      if (transfers.currency[i] !== 0) return;
      const [from, to] = [transfers.from[i]! >= 0, transfers.to[i]! >= 0];
      const stage = !from && to ? 0 : from && to ? 1 : from ? 2 : 3;
      sums[stage]! += cents(Number(amount).toFixed(2));
    });
    expect(told).toEqual(sums);
    const ribbons = [...named(draw(document), 'C001-flow').matchAll(/<title>[^<]* to [^<]*: EUR ([\d,.]+) in/gu)];
    expect(ribbons.reduce((sum, [, amount]) => sum + cents(amount!), 0n)).toBe(sums[0]! + sums[1]! + sums[2]!);
  });

  it('let the parts of a score add up in sight', () => {
    const text = textsOf(named(draw(journeyCase()), 'C001-score'));
    const end = text.findIndex((one) => one.endsWith(' nats'));
    const weights = text.slice(0, end).filter((one) => /^[+−]?\d+\.\d\d$/u.test(one));
    const sum = weights.reduce((total, one) => total + Number(one.replace('−', '-')), 0);
    expect(Math.abs(sum - Number(text[end]!.replace(' nats', '').replace('−', '-')))).toBeLessThan(
      0.005 * (weights.length + 1),
    );
  });

  it.each(HOSTILE_TEXTS)('take %s as text', (_, text) => {
    for (const { svg } of draw(hostileCase(text)).figures) {
      expect(() => markupOf(svg)).not.toThrow();
      const { elements, attributes } = markupOf(svg);
      expect([...elements].filter((name) => !ELEMENTS.has(name))).toEqual([]);
      expect([...attributes].filter((name) => /^on|href|^style|^src/u.test(name))).toEqual([]);
      expect(svg).not.toMatch(/[\u0000-\u0008\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/u);
      expect(() => new Resvg(svg)).not.toThrow();
    }
  });

  it('name operators, and of everybody else only groups and countries of at least three payers', () => {
    const document = journeyCase();
    const svg = named(draw(document), 'C001-flow');
    for (const { accounts } of document.leads[0]!.operators) expect(svg).toContain(accounts[0]!.account);
    const groups = textsOf(svg).filter((text) => /payers? · /u.test(text));
    expect(groups.length).toBeGreaterThan(0);
    for (const group of groups) expect(Number(group.split(' ')[0])).toBeGreaterThanOrEqual(document.smallestGroup);
  });

  it('are left out with a reason where the data do not allow them', () => {
    const { figures, leftOut } = draw(madeCase({ places: false, clock: false }));
    expect(figures.map(({ name }) => name)).toEqual(['C001-flow', 'C001-score']);
    expect(leftOut).toEqual([
      { name: 'C001-time', reason: 'the data have no dates' },
      { name: 'C001-map', reason: 'no corridor between countries with three transfers' },
    ]);
    expect(draw(noLead())).toEqual({ figures: [], leftOut: [], leadsLeftOut: 0 });
  });

  it('show a node per role where a lead has many accounts', () => {
    const svg = named(draw(madeCase({ operators: 200, transfers: 2000 })), 'C001-flow');
    expect(textsOf(svg).some((text) => /^\d+ collectors$/u.test(text))).toBe(true);
    expect(svg.length).toBeLessThan(100_000);
  });

  it('are of the strongest leads, or of those asked for', () => {
    const many = madeCase({ leads: MOST_FIGURE_LEADS + 3 });
    const { figures, leadsLeftOut } = draw(many);
    expect([new Set(figures.map(({ name }) => name.slice(0, 4))).size, leadsLeftOut]).toEqual([MOST_FIGURE_LEADS, 3]);
    expect(draw(many, ['C023']).figures[0]!.name).toBe('C023-flow');
    expect(draw(many, ['C023']).leadsLeftOut).toBe(0);
    expect(() => draw(many, ['C999'])).toThrow(expect.objectContaining({ code: 'unknown-lead' }));
  });

  it('of a case redacted for a partner hold no name of it, and of one for everybody there are none', () => {
    const document = journeyCase();
    const svg = draw(redactCase(document, testHash(1), 'partner').document)
      .figures.map((one) => one.svg)
      .join('');
    expect(svg).toContain('redacted for partner');
    expect(svg).toContain('its files are not passed on');
    expect(svg).not.toContain('transactions.csv');
    for (const { accounts } of document.leads[0]!.operators) expect(svg).not.toContain(accounts[0]!.account);
    expect(() => draw(redactCase(document, testHash(1), 'public').document)).toThrow(
      expect.objectContaining({ code: 'no-transfers' }),
    );
  });

  it('have the colours of the light scheme of the page', () => {
    const css = readFileSync(join(ROOT, 'src/report/client/tokens.css'), 'utf8').split('@media')[0]!;
    for (const [name, colour] of Object.entries(INK)) expect(css, name).toContain(`--${name}: ${colour};`);
    for (const [role, colour] of Object.entries(ROLE_INK)) expect(css, role).toContain(`--role-${role}: ${colour};`);
  });

  it('end names of accounts before their lanes begin', () => {
    for (const letters of ['', 'WWWWWWWWWW', '0x004e4ce8ca8b168ee1']) {
      const svg = named(draw(madeCase({ hostile: letters })), 'C001-time');
      const [, lanes] = /d="M([\d.]+),[\d.]+H/u.exec(svg)!;
      const names = [...svg.matchAll(/<text x="20"[^>]*>([^<]*)</gu)].map(([, text]) => text!);
      expect(names).toHaveLength(8);
      for (const name of names) expect(20 + widthOf(name, 11.5)).toBeLessThan(Number(lanes));
    }
  });

  it('write no half of a character', () => {
    expect(textOf('a\ud800b\udc00\ufffe<')).toBe('a\ufffdb\ufffd\ufffd&lt;');
    expect(textOf('😀')).toBe('😀');
  });
});
