import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { type CaseDocument } from '../../../src/disclosure/index.js';
import { caseGraph } from '../../../src/export/formats/case-graph.js';
import { guardedCell, shownText } from '../../../src/export/formats/shown-text.js';
import { madeCase } from '../../support/case-documents.js';
import { HOSTILE_TEXTS, hostileCase } from '../../support/hostile-texts.js';
import { exportedText } from './exported.js';

const document = madeCase({ leads: 2, operators: 5, transfers: 120 });
const TABLES = [
  ['i2', 'case-links.csv'],
  ['neo4j', 'nodes.csv'],
  ['neo4j', 'edges.csv'],
] as const;

type Line = Readonly<Record<string, string>>;

function linesOf(of: CaseDocument, [format, name]: (typeof TABLES)[number]): Line[] {
  return parse(exportedText(of, format, name), { columns: true });
}

/** The text of a cell before it was guarded. */
function unguarded(cell: string): string {
  return cell.replace(/(^|[;,|])([\s'"]*)'(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/gu, '$1$2').replaceAll('\\u005c', '\\');
}

describe('i2', () => {
  it('is read by csv-parse: one row for each transfer, with both ends', () => {
    const { nodes, edges, key, caution } = caseGraph(document);
    const labels = new Map(nodes.map(({ id, label }) => [id, label]));
    const all = [...edges];
    const lines = linesOf(document, TABLES[0]);
    expect(lines.length).toBe(240);
    for (const [i, line] of lines.entries()) {
      const edge = all[i]!;
      expect(line).toMatchObject({
        from_id: `${key}-${edge.source}`,
        to_id: `${key}-${edge.target}`,
        from_label: labels.get(edge.source),
        to_label: labels.get(edge.target),
        link_id: `${key}-${edge.id}`,
        amount: edge.amount,
        currency: 'EUR',
        file: 'bank.csv',
        line: String(edge.line),
        findings: edge.findings.join(' '),
        caution,
      });
      expect(`${line['date']}T${line['time_utc']}Z`).toBe(edge.time);
    }
    expect(new Set(lines.flatMap(({ from_type: from, to_type: to }) => [from, to]))).toEqual(
      new Set(['Account', 'Group of payers', 'Group of accounts']),
    );
  });
});

describe('neo4j', () => {
  it('has the headers that the import tool asks for, and ends that are nodes', () => {
    const nodes = linesOf(document, TABLES[1]);
    const edges = linesOf(document, TABLES[2]);
    const header = (name: string): string => exportedText(document, 'neo4j', name).split('\n', 1)[0]!;
    expect(header('nodes.csv')).toBe('id:ID,label,kind,lead,role,rule,country,score:double,count:int,:LABEL');
    expect(header('edges.csv')).toMatch(/^:START_ID,:END_ID,id,lead,flow,amount,.*,line:int,findings,:TYPE$/u);
    const ids = new Set(nodes.map((line) => line['id:ID']));
    expect([ids.size, edges.length]).toEqual([nodes.length, 240]);
    expect(new Set(edges.map(({ id }) => id)).size).toBe(240);
    expect(edges.every((line) => ids.has(line[':START_ID']) && ids.has(line[':END_ID']))).toBe(true);
    expect(nodes.map(({ label }) => label)).toEqual(caseGraph(document).nodes.map(({ label }) => label));
    expect(edges.map(({ amount }) => amount)).toEqual([...caseGraph(document).edges].map(({ amount }) => amount));
    expect(nodes.every((line) => /^[A-Z]\w+$/u.test(line[':LABEL']!))).toBe(true);
  });

  it('has a loader without data, which reads every column', () => {
    const loader = exportedText(document, 'neo4j', 'load.cypher');
    expect(exportedText(hostileCase('`"}) //'), 'neo4j', 'load.cypher')).toBe(loader);
    for (const [name, table] of [
      ['nodes.csv', TABLES[1]],
      ['edges.csv', TABLES[2]],
    ] as const) {
      const columns = Object.keys(linesOf(document, table)[0]!).filter((column) => !/^:(?:LABEL|TYPE)$/u.test(column));
      const statement = loader.split(';').find((text) => text.includes(name))!;
      const read = [...statement.matchAll(/row\.(?:`([^`]+)`|(\w+))/gu)].map(([, quoted, plain]) => quoted ?? plain!);
      expect(new Set(read)).toEqual(new Set(columns));
    }
    expect(exportedText(document, 'neo4j', 'caution.txt')).toContain('Leads, not proof.');
  });

  it('keeps parallel transfers apart where it is loaded', () => {
    expect(exportedText(document, 'neo4j', 'load.cypher')).toContain('MERGE (a)-[t:TRANSFER {id: row.id}]->(b)');
  });
});

describe('hostile texts in tables', () => {
  it.each(HOSTILE_TEXTS)('%s', (_, text) => {
    const made = hostileCase(text, { operators: 4, transfers: 30 });
    const clean = madeCase({ operators: 4, transfers: 30 });
    for (const table of TABLES) {
      const lines = linesOf(made, table);
      const expected = linesOf(clean, table);
      expect(lines.length).toBe(expected.length);
      expect(Object.keys(lines[0]!)).toEqual(Object.keys(expected[0]!));
      const raw = exportedText(made, table[0], table[1]);
      expect(raw.trimEnd().split('\n').length).toBe(lines.length + 1);
      // Readers that escape with backslashes see the same cells: none stands before a quote or another backslash.
      expect(raw).not.toMatch(/\\["\\]/u);
      // Every place where a reader could begin a cell, whatever it takes for a separator and a quote.
      const starts = raw.split(/[,;\t|\n]/u).filter((cell) => /^[\s"]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u.test(cell));
      expect(starts).toEqual([]);
    }
    const labels = linesOf(made, TABLES[1]).map(({ label }) => unguarded(label!));
    expect(labels).toEqual(caseGraph(made).nodes.map(({ label }) => unguarded(shownText(label))));
  });
});

describe('guardedCell', () => {
  it.each([
    ['00123', '"00123"'],
    ['=1', `"'=1"`],
    ['a;=1', `"a;'=1"`],
    [' \uff1d1', `" '\uff1d1"`],
    ['a\\', '"a\\u005c"'],
    ['say "hi"', '"say ""hi"""'],
    ['a-b', '"a-b"'],
    ['a\nb', '"a\\u000ab"'],
  ])('%s', (text, expected) => {
    expect(guardedCell(text)).toBe(expected);
  });
});
