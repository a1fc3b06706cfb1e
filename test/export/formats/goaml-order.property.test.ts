import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { madeCase } from '../../support/case-documents.js';
import { draftParts, filledDraft } from './filled-draft.js';

/** What our drafts have, and what they do not, by the element that it stands in. */
const NAMES = {
  report: ['rentity_id', 'entity_reference', 'reason', 'report_indicators', 'unheard'],
  transaction: ['transactionnumber', 'transaction_description', 'date_transaction', 'transmode_comment', 'x1', 'x2'],
  t_from: ['from_funds_code', 'from_entity', 'from_account', 'from_country', 'y1'],
};
const made = madeCase({ operators: 3, transfers: 5 });

/** Nested groups around some elements, in any order; each name stands in one place, so that the schema is one of XSD 1.0. */
function contentOf(elements: readonly string[]): fc.Arbitrary<string> {
  const group = fc.constantFrom(
    '<xs:sequence>',
    '<xs:sequence minOccurs="0">',
    '<xs:choice>',
    '<xs:choice minOccurs="0" maxOccurs="unbounded">',
  );
  const wrapped = (body: string, open: string): string =>
    `${open}${body}${open.startsWith('<xs:choice') ? '</xs:choice>' : '</xs:sequence>'}`;
  return fc
    .record({
      order: fc.shuffledSubarray([...elements], { minLength: 1 }),
      cuts: fc.array(fc.tuple(fc.nat(8), fc.nat(8), group), { maxLength: 4 }),
    })
    .map(({ order, cuts }) => {
      let parts = order;
      for (const [start, length, open] of cuts) {
        const from = start % parts.length;
        const inner = parts.slice(from, from + 1 + (length % parts.length));
        parts = [...parts.slice(0, from), wrapped(inner.join(''), open), ...parts.slice(from + inner.length)];
      }
      return wrapped(parts.join(''), '<xs:sequence>');
    });
}

function elements(names: readonly string[]): fc.Arbitrary<string[]> {
  return fc
    .array(fc.constantFrom('', ' minOccurs="0"', ' maxOccurs="unbounded"'), {
      minLength: names.length,
      maxLength: names.length,
    })
    .map((occurs) => names.map((name, i) => `<xs:element name="${name}" type="open"${occurs[i]!}/>`));
}

const element = (name: string, content: string, occurs = ''): string =>
  `<xs:element name="${name}"${occurs}><xs:complexType>${content}</xs:complexType></xs:element>`;

/** A schema that has a report, transactions in it, and senders in those, each in an order of its own. */
const schemas = elements(NAMES.t_from)
  .chain(contentOf)
  .chain((sender) =>
    elements(NAMES.transaction).chain((own) => contentOf([...own, element('t_from', sender, ' minOccurs="0"')])),
  )
  .chain((transaction) =>
    elements(NAMES.report).chain((own) =>
      contentOf([...own, element('transaction', transaction, ' minOccurs="0" maxOccurs="unbounded"')]),
    ),
  )
  .map(
    (report) =>
      `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:complexType name="open" mixed="true"><xs:sequence><xs:any processContents="skip" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType>${element('report', report)}</xs:schema>`,
  );

describe('drafts by a schema', () => {
  it('are in its order: with what is missing put in, a validator finds nothing', { timeout: 180_000 }, async () => {
    let checked = 0;
    await fc.assert(
      fc.asyncProperty(schemas, async (schema) => {
        const { errors } = await validateXML({
          xml: [{ fileName: 'draft.xml', contents: filledDraft(made, schema) }],
          schema: [schema],
        });
        expect(errors.map(({ message }) => message)).toEqual([]);
        checked += 1;
      }),
      { numRuns: 40 },
    );
    expect(checked).toBe(40);
  });

  it('lose nothing: what has no place is told, and one schema of all names in any order keeps all', () => {
    const given = (schema?: string): string[] =>
      draftParts(made, schema)
        .filter((part) => !('missing' in part))
        .map(({ name }) => name)
        .sort();
    fc.assert(
      fc.property(schemas, (schema) => {
        expect(given(schema)).toEqual(given());
      }),
    );
    const own = [...new Set(given())].map((name) => `<xs:element name="${name}" maxOccurs="unbounded"/>`);
    fc.assert(
      fc.property(fc.shuffledSubarray(own, { minLength: own.length }), (order) => {
        const body = `<xs:sequence>${order.join('')}</xs:sequence>`;
        const parts = draftParts(
          made,
          `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${element('report', body)}</xs:schema>`,
        );
        expect(parts.filter((part) => 'leftOut' in part)).toEqual([]);
        expect([...new Set(parts.map(({ name }) => name))]).toEqual(order.map((one) => /"(\w+)"/u.exec(one)![1]));
      }),
    );
  });
});
