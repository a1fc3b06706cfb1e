import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { type CaseDocument } from '../../../src/disclosure/index.js';
import { exportCase } from '../../../src/export/index.js';
import { madeCase } from '../../support/case-documents.js';
import { HOSTILE_TEXTS, hostileCase } from '../../support/hostile-texts.js';
import { filledDraft } from './filled-draft.js';
import { DRAFT_SCHEMA } from './goaml-schema.js';
import { exportedBytes } from './exported.js';

const made = madeCase({ operators: 3, transfers: 4 });
const xs = (body: string): string => `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${body}</xs:schema>`;
const texts = (...names: string[]): string =>
  names.map((name) => `<xs:element name="${name}" type="xs:string"/>`).join('');
const complex = (body: string): string => `<xs:complexType>${body}</xs:complexType>`;
const report = (body: string): string => `<xs:element name="report">${complex(body)}</xs:element>`;

function filesBy(schema: string, of: CaseDocument = made): { draft: string; missing: string } {
  const files = exportedBytes(of, 'goaml', { schema: { name: 'unit.xsd', text: schema } });
  return { draft: files.get('C001-draft.xml')!.toString(), missing: files.get('goaml-missing.txt')!.toString() };
}

/** Paths and counts of one part of goaml-missing.txt. */
function toldIn(missing: string, heading?: string): string[] {
  const part =
    heading === undefined ? missing.split('\nLeft out')[0]!.split('\nIn the drafts')[0]! : missing.split(heading)[1]!;
  return part.split('\n').flatMap((line) => /^(report\/\S+ \(\d+\))/u.exec(line)?.[1] ?? []);
}

async function faultsOf(xml: string, schema: string): Promise<string[]> {
  const { errors } = await validateXML({ xml: [{ fileName: 'draft.xml', contents: xml }], schema: [schema] });
  return errors.map(({ message }) => message);
}

describe('goaml by a schema', () => {
  it('is as before for a schema in the same order, and lists the same', () => {
    const before = exportedBytes(made, 'goaml');
    const { draft, missing } = filesBy(DRAFT_SCHEMA);
    expect(draft).toBe(before.get('C001-draft.xml')!.toString());
    expect(toldIn(missing).sort()).toEqual(toldIn(before.get('goaml-missing.txt')!.toString()).sort());
    expect(missing).toContain('The order of elements is that of unit.xsd.');
    expect(missing).toContain(
      'report/reporting_person (1): who reports; some schemas take reporting_user_code instead; reporting_user_code may stand instead',
    );
  });

  it('validates once what is missing is there', async () => {
    expect(await faultsOf(filledDraft(made, DRAFT_SCHEMA), DRAFT_SCHEMA)).toEqual([]);
    const { draft } = filesBy(DRAFT_SCHEMA);
    expect(await faultsOf(draft, DRAFT_SCHEMA)).not.toEqual([]);
  });

  it('follows named types, extension, references, groups, choices and xs:all', async () => {
    const schema = xs(`
      <xs:element name="entity_reference" type="xs:string"/>
      <xs:group name="amounts"><xs:sequence>${texts('amount_local', 'tax')}</xs:sequence></xs:group>
      <xs:complexType name="base"><xs:sequence>${texts('transaction_description')}</xs:sequence></xs:complexType>
      <xs:complexType name="wider"><xs:complexContent><xs:extension base="base"><xs:sequence>
        <xs:choice><xs:group ref="amounts"/>${texts('transactionnumber')}</xs:choice>
        <xs:element name="stamp" type="xs:date" minOccurs="0"/>
        <xs:choice>${texts('mode_a', 'mode_b')}</xs:choice>
      </xs:sequence><xs:attribute name="by" use="required"/></xs:extension></xs:complexContent></xs:complexType>
      ${report(`<xs:all>
        <xs:element name="reason" type="xs:string"/>
        <xs:element ref="entity_reference"/>
        <xs:element name="transaction" type="wider" minOccurs="0"/>
        <xs:element name="signed">${complex(`<xs:sequence>${texts('first_name', 'last_name')}</xs:sequence>`)}</xs:element>
      </xs:all>`)}`);
    const { draft, missing } = filesBy(schema, madeCase({ operators: 3, transfers: 1 }));
    const names = [...draft.matchAll(/<(\w+)>/gu)].map(([, name]) => name);
    expect(names).toEqual([
      'report',
      'reason',
      'entity_reference',
      'transaction',
      'transaction_description',
      'transactionnumber',
    ]);
    expect(toldIn(missing)).toEqual([
      'report/transaction/@by (1)',
      'report/transaction/mode_a (1)',
      'report/signed (1)',
    ]);
    expect(missing).toContain('mode_a (1): the schema asks for it; mode_b may stand instead');
    expect(missing).toContain('signed (1): the schema asks for it; needs first_name, last_name in it');
    expect(toldIn(missing, 'Left out of the drafts:')).toEqual([
      'report/transaction/transaction_location (1)',
      'report/transaction/date_transaction (1)',
      'report/transaction/t_from (1)',
      'report/transaction/t_to (1)',
    ]);
    const signed = '<signed><first_name/><last_name/></signed>';
    const whole = draft
      .replace('<transaction>', '<transaction by="x">')
      .replace('</transactionnumber>', '</transactionnumber><mode_a/>')
      .replace('</report>', `${signed}</report>`);
    expect(await faultsOf(whole, schema)).toEqual([]);
  });

  it('takes a restriction for what it says, and a transaction where the schema has only one as left out', () => {
    const schema = xs(`
      <xs:complexType name="base"><xs:sequence>${texts('reason', 'entity_reference', 'more')}</xs:sequence></xs:complexType>
      <xs:complexType name="less"><xs:complexContent><xs:restriction base="base"><xs:sequence>${texts('reason')}
        <xs:element name="transaction"/></xs:sequence></xs:restriction></xs:complexContent></xs:complexType>
      <xs:element name="report" type="less"/>`);
    const { draft, missing } = filesBy(schema);
    expect(draft.match(/<transaction>/gu)?.length).toBe(1);
    expect(toldIn(missing)).toEqual([]);
    expect(toldIn(missing, 'Left out of the drafts:')).toEqual([
      'report/entity_reference (1)',
      'report/transaction (3)',
    ]);
  });

  it('lists values that the schema does not allow, through restrictions and unions, and leaves them in', () => {
    const codes = `<xs:simpleType name="some"><xs:restriction base="xs:string"><xs:enumeration value="XX"/><xs:enumeration value="YY"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="joined"><xs:union memberTypes="some"><xs:simpleType><xs:restriction base="some"/></xs:simpleType></xs:union></xs:simpleType>
      <xs:simpleType name="open"><xs:union memberTypes="some xs:string"/></xs:simpleType>`;
    const side = (name: string, type: string): string =>
      `<xs:element name="t_${name}">${complex(`<xs:sequence><xs:element name="${name}_country" type="${type}"/></xs:sequence>`)}</xs:element>`;
    const schema = xs(
      `${codes}${report(
        `<xs:sequence><xs:element name="transaction" maxOccurs="unbounded">${complex(
          `<xs:sequence>${side('to', 'joined')}${side('from', 'open')}</xs:sequence>`,
        )}</xs:element></xs:sequence>`,
      )}`,
    );
    const { draft, missing } = filesBy(schema);
    const countries = [...draft.matchAll(/<to_country>(\w+)</gu)].map(([, code]) => code!);
    expect(countries.length).toBeGreaterThan(0);
    expect(missing.split('values that the schema does not allow:\n\n')[1]).toBe(
      `report/transaction/t_to/to_country (${countries.length}): ${[...new Set(countries)].join(', ')}; the schema has 2 others\n`,
    );
  });

  it('says where draft and schema differ in kind, and that it is missing then', () => {
    const schema = xs(
      report(`<xs:sequence><xs:element name="reason">${complex(`<xs:sequence>${texts('part')}</xs:sequence>`)}</xs:element>
      <xs:element name="transaction" type="xs:string" maxOccurs="unbounded"/></xs:sequence>`),
    );
    const { draft, missing } = filesBy(schema);
    expect(draft.replace(/\s/gu, '')).toBe('<?xmlversion="1.0"encoding="UTF-8"?><report></report>');
    expect(missing).toContain('report/reason (1): the schema has elements in it, the draft a text');
    expect(missing).toContain('report/reason (1): the schema asks for it; needs part in it');
    expect(missing).toContain('report/transaction (4): the schema has a text in it, the draft elements');
  });

  it.each(HOSTILE_TEXTS)('is inert with %s in the case and in the schema', (_, text) => {
    const name = text.replace(/[&<>"\u0000-\u001f\ud800-\udfff\ufffe\uffff]/gu, '_');
    const schema = xs(report(`<xs:sequence><xs:element name="${name}"/>${texts('reason')}</xs:sequence>`));
    const { draft, missing } = filesBy(schema, hostileCase(text, { operators: 3, transfers: 2 }));
    expect(Object.keys((new XMLParser().parse(draft) as { report: object }).report)).toEqual(['reason']);
    expect(missing).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u);
    expect(missing.split('\n').length).toBeLessThan(25);
  });

  it('takes a schema with nothing but goaml', () => {
    const schema = { name: 'unit.xsd', text: DRAFT_SCHEMA };
    expect(() => exportCase(made, 'dot', { schema })).toThrow(
      expect.objectContaining({ code: 'schema-without-goaml' }),
    );
  });
});
