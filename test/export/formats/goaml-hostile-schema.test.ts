import { describe, expect, it } from 'vitest';
import { readReportType } from '../../../src/export/formats/goaml/read-report-type.js';
import { madeCase } from '../../support/case-documents.js';
import { draftParts } from './filled-draft.js';

const LANGUAGE = 'http://www.w3.org/2001/XMLSchema';
const xs = (body: string, more = ''): string => `<xs:schema xmlns:xs="${LANGUAGE}" ${more}>${body}</xs:schema>`;
const report = (body: string): string =>
  `<xs:element name="report"><xs:complexType><xs:sequence>${body}</xs:sequence></xs:complexType></xs:element>`;
const times = (count: number, body: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => body(i)).join('');
const group = (name: string, body: string): string =>
  `<xs:group name="${name}"><xs:sequence>${body}</xs:sequence></xs:group>`;
const extended = (name: string, base: string): string =>
  `<xs:complexType name="${name}"><xs:complexContent><xs:extension base="${base}"/></xs:complexContent></xs:complexType>`;
const plain = '<xs:element name="reason"/>';

const REFUSED: readonly (readonly [what: string, code: string, schema: () => string])[] = [
  [
    'an entity bomb',
    'xml-doctype',
    () =>
      `<!DOCTYPE s [<!ENTITY a0 "ha">${times(30, (i) => `<!ENTITY a${i + 1} "&a${i};&a${i};">`)}]>${xs(report('&a30;'))}`,
  ],
  ['an entity of a file', 'xml-doctype', () => `<!DOCTYPE s [<!ENTITY f SYSTEM "file:///etc/hosts">]>${xs('&f;')}`],
  ['an entity that nobody declares', 'xml-unreadable', () => xs('&bomb;')],
  ['no XML', 'xml-unreadable', () => 'reason, amount'],
  ['nothing', 'xml-unreadable', () => ''],
  ['an open element', 'xml-unreadable', () => `<xs:schema xmlns:xs="${LANGUAGE}">`],
  ['another document', 'schema-unreadable', () => '<report/>'],
  ['deep nesting', 'schema-too-large', () => xs(report(times(100_000, () => '<xs:sequence>')))],
  ['five million characters', 'schema-too-large', () => xs(`<!--${'x'.repeat(5_000_000)}-->${report(plain)}`)],
  ['elements without end', 'schema-too-large', () => xs(report(times(200_001, () => '<a/>')))],
  ['a content of hundreds', 'schema-too-large', () => xs(report(times(501, (i) => `<xs:element name="e${i}"/>`)))],
  [
    'groups that double forty times',
    'schema-too-large',
    () =>
      xs(
        times(40, (i) => group(`g${i}`, `<xs:group ref="g${i + 1}"/><xs:group ref="g${i + 1}"/>`)) +
          group('g40', plain) +
          report('<xs:group ref="g0"/>'),
      ),
  ],
  [
    'a chain of ten thousand types',
    'schema-too-large',
    () => xs(times(10_000, (i) => extended(`t${i}`, `t${i + 1}`)) + report('<xs:element name="reason" type="t0"/>')),
  ],
  [
    'unions of unions of many values',
    'schema-too-large',
    () =>
      xs(
        `<xs:simpleType name="many"><xs:restriction base="xs:string">${times(20_000, (i) => `<xs:enumeration value="${i}"/>`)}</xs:restriction></xs:simpleType>` +
          report(
            times(
              100,
              (i) =>
                `<xs:element name="e${i}"><xs:simpleType><xs:union memberTypes="many many many"/></xs:simpleType></xs:element>`,
            ),
          ),
      ),
  ],
  [
    'a type that extends itself',
    'schema-cycle',
    () => xs(`${extended('a', 'b')}${extended('b', 'a')}${report('<xs:element name="reason" type="a"/>')}`),
  ],
  [
    'a group in itself',
    'schema-cycle',
    () =>
      xs(`${group('a', '<xs:group ref="b"/>')}${group('b', '<xs:group ref="a"/>')}${report('<xs:group ref="a"/>')}`),
  ],
  [
    'values of themselves',
    'schema-cycle',
    () =>
      xs(
        `<xs:simpleType name="a"><xs:restriction base="a"/></xs:simpleType>${report('<xs:element name="reason" type="a"/>')}`,
      ),
  ],
  [
    'attributes of themselves',
    'schema-cycle',
    () =>
      xs(
        `<xs:attributeGroup name="a"><xs:attributeGroup ref="a"/></xs:attributeGroup><xs:element name="report"><xs:complexType><xs:attributeGroup ref="a"/></xs:complexType></xs:element>`,
      ),
  ],
  ...['include', 'import', 'redefine', 'override'].map(
    (name) =>
      [
        `xs:${name}`,
        'schema-in-parts',
        () => xs(`<xs:${name} schemaLocation="https://example.org/a.xsd"/>${report(plain)}`),
      ] as const,
  ),
  ['a namespace of its own', 'schema-namespace', () => xs(report(plain), 'targetNamespace="urn:a"')],
  [
    'a reference into another namespace',
    'schema-namespace',
    () => xs(report('<xs:element ref="o:a"/>'), 'xmlns:o="urn:o"'),
  ],
  ['no report', 'schema-no-report', () => xs('<xs:element name="other"/>')],
  ['a report of text', 'schema-no-report', () => xs('<xs:element name="report" type="xs:string"/>')],
  ['a type that is not there', 'schema-unresolved', () => xs(report('<xs:element name="reason" type="gone"/>'))],
  [
    'a type of the name of a property of objects',
    'schema-unresolved',
    () => xs(report('<xs:element name="reason" type="__proto__"/>')),
  ],
  ['an element that is not there', 'schema-unresolved', () => xs(report('<xs:element ref="constructor"/>'))],
  [
    'occurrences that are no numbers',
    'schema-unreadable',
    () => xs(report('<xs:element name="reason" maxOccurs="-1"/>')),
  ],
  ['fewer at most than at least', 'schema-unreadable', () => xs(report('<xs:element name="reason" minOccurs="2"/>'))],
];

describe('hostile schemas', () => {
  it.each(REFUSED)('with %s are refused as %s', (_, code, schema) => {
    const text = schema();
    expect(() => readReportType(text)).toThrow(expect.objectContaining({ name: 'InputError', code }));
  });

  it('are read where types contain themselves through elements, as far as the draft goes', () => {
    const schema = xs(
      `<xs:complexType name="loop"><xs:sequence><xs:element name="loop" type="loop"/></xs:sequence></xs:complexType>` +
        report('<xs:element name="loop" type="loop"/><xs:element name="reason"/>'),
    );
    const parts = draftParts(madeCase({ operators: 3, transfers: 1 }), schema);
    expect(parts.filter((part) => 'missing' in part)).toEqual([
      { name: 'loop', missing: 'the schema asks for it; needs loop in it' },
    ]);
  });

  it('are read where they require an element a hundred million times, and tell it once', () => {
    const often =
      '<xs:sequence minOccurs="100000000" maxOccurs="unbounded"><xs:element name="a" minOccurs="100000000" maxOccurs="unbounded"/><xs:element name="reason"/></xs:sequence>';
    const parts = draftParts(madeCase({ operators: 3, transfers: 1 }), xs(report(often)));
    expect(parts.filter((part) => 'missing' in part).map(({ name }) => name)).toEqual(['a', 'a', 'reason']);
  });

  it('are not asked for what annotations say', () => {
    const schema = xs(`<xs:annotation><xs:appinfo><xs:import/><other/></xs:appinfo></xs:annotation>${report(plain)}`);
    expect(readReportType(schema)).toMatchObject({ kind: 'elements' });
  });
});
