import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { type CaseDocument } from '../../../src/disclosure/index.js';
import { caseGraph } from '../../../src/export/formats/case-graph.js';
import { shownText } from '../../../src/export/formats/shown-text.js';
import { madeCase } from '../../support/case-documents.js';
import { HOSTILE_TEXTS, hostileCase } from '../../support/hostile-texts.js';
import { exportedBytes, exportedText } from './exported.js';
import { DRAFT_SCHEMA } from './goaml-schema.js';

interface Draft {
  readonly report: { readonly reason: string; readonly transaction: readonly Record<string, unknown>[] };
}

function draftOf(of: CaseDocument, lead = 'C001'): Draft {
  const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === 'transaction' });
  return parser.parse(exportedText(of, 'goaml', `${lead}-draft.xml`)) as Draft;
}

/** Paths of goaml-missing.txt with their counts. */
function missingOf(of: CaseDocument): Map<string, number> {
  const lines = exportedText(of, 'goaml', 'goaml-missing.txt').split('\n');
  return new Map(
    lines.flatMap((line) => {
      const [, path, count] = /^(report\/\S+) \((\d+)\): ./u.exec(line) ?? [];
      return path === undefined ? [] : [[path, Number(count)] as const];
    }),
  );
}

const VALUES = new Map([
  ['amount_local', '1.00'],
  ['date_transaction', '2024-01-01T00:00:00'],
]);

/** Puts in what the validator asks for, one fault after another, and says what that was. */
async function filledIn(draft: string): Promise<string[]> {
  let text = draft.replaceAll('><', '>\n<');
  const filled: string[] = [];
  for (let round = 0; round < 200; round++) {
    const { valid, errors } = await validateXML({
      xml: [{ fileName: 'draft.xml', contents: text }],
      schema: [DRAFT_SCHEMA],
    });
    if (valid) return filled;
    const [first] = errors;
    // One more transaction may always follow: that is nothing that is missing.
    const asked = /Expected is (?:one of )?\( ([^)]*) \)/u.exec(first!.message)?.[1] ?? '';
    const name = asked.split(', ').find((option) => option !== 'transaction' && !option.endsWith('_foreign_currency'));
    if (name === undefined || name === '') throw new Error(first!.message);
    filled.push(name);
    const lines = text.split('\n');
    const at = first!.loc!.lineNumber - 1;
    // Where children lack at the end, the fault is told of the element itself, and what lacks goes before its end.
    const isWhole = first!.message.includes('Missing child');
    const tag = /<(\w+)/u.exec(lines[at]!)![1]!;
    const place = isWhole ? lines.findIndex((line, i) => i > at && line === `</${tag}>`) : at;
    lines.splice(place, 0, `<${name}>${VALUES.get(name) ?? 'x'}</${name}>`);
    text = lines.join('\n');
  }
  throw new Error('never valid');
}

describe('goaml', () => {
  it('calls an account by the name of its holder where the case keeps one', () => {
    const plain = madeCase({ leads: 1, operators: 3, transfers: 40 });
    const leads = plain.leads.map((lead) => ({
      ...lead,
      operators: lead.operators.map((one, i) => (i === 0 ? { ...one, holders: ['Eva <Roe>'] } : one)),
    }));
    const named: CaseDocument = { ...plain, leads };
    const text = exportedText(named, 'goaml', 'C001-draft.xml');
    expect(text).toContain('<account_name>Eva &lt;Roe&gt;</account_name>');
    const asked = (of: CaseDocument): number =>
      [...missingOf(of)].filter(([path]) => path.endsWith('account_name')).reduce((sum, [, count]) => sum + count, 0);
    expect(asked(named)).toBeLessThan(asked(plain));
  });

  it.each([
    ['places and clock', { operators: 3, transfers: 2 }],
    ['neither places nor clock', { operators: 3, transfers: 2, places: false, clock: false }],
  ])('lists all that a schema asks for beside the draft, with %s', { timeout: 120_000 }, async (_, wish) => {
    const made = madeCase(wish);
    const filled = await filledIn(exportedText(made, 'goaml', 'C001-draft.xml'));
    const listed = [...missingOf(made)].flatMap(([path, count]) =>
      Array.from({ length: count }, () => path.split('/').at(-1)!),
    );
    expect(filled.length).toBeGreaterThan(20);
    expect(filled.sort()).toEqual(listed.sort());
  });

  it('has a draft for each lead, with every transfer, and says that it is one', () => {
    const document = madeCase({ leads: 2, operators: 5, transfers: 120 });
    expect([...exportedBytes(document, 'goaml').keys()]).toEqual([
      'goaml-missing.txt',
      'C001-draft.xml',
      'C002-draft.xml',
    ]);
    for (const lead of ['C001', 'C002']) {
      const { report } = draftOf(document, lead);
      expect(report.reason).toMatch(/^DRAFT, not filed\. Leads, not proof\./u);
      const edges = [...caseGraph(document, { lead }).edges];
      expect(report.transaction.map(({ transactionnumber }) => transactionnumber)).toEqual(edges.map(({ id }) => id));
      for (const [i, { amount, file, line }] of edges.entries()) {
        const { t_from: from, transaction_description: description } = report.transaction[i]!;
        expect(from).toMatchObject({ from_foreign_currency: { foreign_currency_code: 'EUR', foreign_amount: amount } });
        expect(description).toMatch(new RegExp(`^DRAFT\\. Lead ${lead}: .*, ${file}:${line}(?:,|$)`, 'u'));
      }
    }
    expect(exportedText(document, 'goaml')).toMatch(/^DRAFT: .*\n\nLeads, not proof\./u);
  });

  it('has groups where people paid, and marks nobody', () => {
    const text = exportedText(madeCase(), 'goaml', 'C001-draft.xml');
    expect(text).toMatch(
      /<from_entity><name>protected payers of C001-A00\d \(\d+\), not named<\/name><\/from_entity>/u,
    );
    expect(text).not.toMatch(/_person>|suspected/u);
  });

  it.each(HOSTILE_TEXTS)('is inert with %s', (_, text) => {
    const wish = { operators: 4, transfers: 30 };
    const made = hostileCase(text, wish);
    const names = (of: CaseDocument): string[] =>
      [
        ...new Set(
          [...exportedText(of, 'goaml', 'C001-draft.xml').matchAll(/<\/?([\w?!:]+)/gu)].map(([, name]) => name!),
        ),
      ].sort();
    expect(names(made)).toEqual(names(madeCase(wish)));
    const { report } = draftOf(made);
    expect(report.transaction.length).toBe(30);
    const accounts = new Set(report.transaction.flatMap(({ t_from: from, t_to: to }) => accountsIn({ from, to })));
    const known = made.leads[0]!.operators.map(({ accounts: [key] }) => shownText(key!.account).trim());
    expect([...accounts].filter((account) => !known.includes(account))).toEqual([]);
    expect(accounts.size).toBe(4);
    expect(exportedText(made, 'goaml').split('\n').length).toBeLessThan(40);
  });
});

function accountsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'account' && typeof inner === 'string' ? [inner] : accountsIn(inner),
  );
}
