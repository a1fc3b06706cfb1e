import { deflateRawSync } from 'node:zlib';
import { read, utils, type WorkBook } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { type CaseDocument } from '../../../src/disclosure/index.js';
import { caseGraph } from '../../../src/export/formats/case-graph.js';
import { shownText } from '../../../src/export/formats/shown-text.js';
import { xlsxBytes } from '../../../src/export/formats/xlsx/xlsx.js';
import { madeCase } from '../../support/case-documents.js';
import { HOSTILE_TEXTS, hostileCase } from '../../support/hostile-texts.js';
import { askPython, exportedBytes, hasPython } from './exported.js';

const document = madeCase({ leads: 2, operators: 5, transfers: 120 });
const SHEETS = ['read first', 'leads', 'accounts', 'transfers'];

type Line = Readonly<Record<string, string | number>>;

function bookOf(of: CaseDocument): WorkBook {
  return read(exportedBytes(of, 'xlsx').get('case.xlsx')!, { cellFormula: true, cellHTML: false });
}

function linesOf(book: WorkBook, sheet: string): Line[] {
  return utils.sheet_to_json<Line>(book.Sheets[sheet]!);
}

describe('xlsx', () => {
  it('is read back with every lead, account and transfer', () => {
    const book = bookOf(document);
    const { nodes, edges, caution } = caseGraph(document);
    expect(book.SheetNames).toEqual(SHEETS);
    expect(linesOf(book, 'read first')).toEqual([{ 'read first': caution }]);
    expect(linesOf(book, 'leads').map(({ lead, protected_payers: payers }) => [lead, payers])).toEqual([
      ['C001', 40],
      ['C002', 40],
    ]);
    expect(
      linesOf(book, 'accounts').map(({ id, label, score, count }) => [id, label, score ?? null, count ?? null]),
    ).toEqual(
      nodes.map((node) => [
        node.id,
        node.label,
        node.kind === 'operator' ? node.score : null,
        node.kind === 'operator' ? null : node.count,
      ]),
    );
    const transfers = linesOf(book, 'transfers');
    for (const [i, edge] of [...edges].entries()) {
      expect(transfers[i]).toMatchObject({
        id: edge.id,
        from: edge.source,
        to: edge.target,
        amount: edge.amount,
        amount_number: Number(edge.amount),
        time: edge.time,
        file: 'bank.csv',
        line: edge.line,
      });
    }
    expect(transfers.length).toBe(240);
  });

  it.each(HOSTILE_TEXTS)('has the same cells, all texts and no formula, with %s', (_, text) => {
    const wish = { operators: 4, transfers: 30 };
    const made = hostileCase(text, wish);
    const book = bookOf(made);
    expect(book.SheetNames).toEqual(SHEETS);
    const counts = (of: WorkBook): number[] => SHEETS.map((sheet) => linesOf(of, sheet).length);
    expect(counts(book)).toEqual(counts(bookOf(madeCase(wish))));
    for (const sheet of SHEETS) {
      const cells = Object.entries(book.Sheets[sheet]!).filter(([place]) => !place.startsWith('!'));
      expect(cells.filter(([, cell]) => 'f' in (cell as object) || 'l' in (cell as object))).toEqual([]);
    }
    expect(linesOf(book, 'accounts').map(({ label }) => label)).toEqual(
      caseGraph(made).nodes.map(({ label }) => shownText(label)),
    );
  });

  it('says the same where it is deflated, in fewer bytes', () => {
    const stored = Buffer.concat([...xlsxBytes(caseGraph(document))]);
    const small = Buffer.concat([...xlsxBytes(caseGraph(document), { deflate: deflateRawSync })]);
    expect(small.length).toBeLessThan(stored.length / 5);
    expect(linesOf(read(small), 'transfers')).toEqual(linesOf(read(stored), 'transfers'));
  });

  it('goes on in a further sheet where one is full', () => {
    const book = read(Buffer.concat([...xlsxBytes(caseGraph(document), { sheetRows: 100 })]));
    expect(book.SheetNames.slice(3)).toEqual(['transfers', 'transfers 2', 'transfers 3']);
    expect(book.SheetNames.slice(3).flatMap((sheet) => linesOf(book, sheet))).toEqual(
      linesOf(bookOf(document), 'transfers'),
    );
  });

  it.skipIf(!hasPython('openpyxl'))('is read by openpyxl, which finds no formula', () => {
    const script = `
import json, sys, openpyxl
answer = []
for path in sys.argv[1:]:
  book = openpyxl.load_workbook(path)
  cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
  answer.append({'rows': [sheet.max_row for sheet in book], 'formulas': sum(cell.data_type == 'f' for cell in cells),
    'label': book['accounts']['B2'].value.replace('_x005F_', '_')})  # it does not read this escape
print(json.dumps(answer))`;
    const cases = [document, ...HOSTILE_TEXTS.map(([, text]) => hostileCase(text, { operators: 4, transfers: 30 }))];
    const files = new Map(cases.map((made, i) => [`${i}.xlsx`, exportedBytes(made, 'xlsx').get('case.xlsx')!]));
    expect(askPython(script, files)).toEqual(
      cases.map((made) => {
        const { nodes, leads } = caseGraph(made);
        const transfers = leads.reduce((sum, lead) => sum + lead.transfers.from.length, 0);
        return {
          rows: [2, leads.length + 1, nodes.length + 1, transfers + 1],
          formulas: 0,
          label: shownText(nodes[0]!.label),
        };
      }),
    );
  });
});
