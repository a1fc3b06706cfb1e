import { type CaseDocument } from '../../src/disclosure/index.js';
import { madeCase, type MadeCase } from './case-documents.js';

/** Texts that break out of one format or another where they are not escaped. */
export const HOSTILE_TEXTS: readonly (readonly [name: string, text: string])[] = [
  ['script tag', '<script>alert(1)</script>'],
  ['event handler', '"><img src=x onerror=alert(1)>'],
  ['event handler in quotes', `' onmouseover='alert(1)`],
  ['script address', 'javascript:alert(1)'],
  ['entities', '&lt;b&gt;&#60;&amp;amp;&xxe;'],
  ['entity declaration', '<!DOCTYPE a [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>'],
  ['end of character data', ']]><node id="x"/>'],
  ['comment', '--><!--'],
  ['processing instruction', '?><?php evil ?>'],
  ['formula', '=1+1'],
  ['formula behind a semicolon', ';=1+1'],
  ['formula behind a comma', ',=HYPERLINK("http://x")'],
  ['formula behind a tab', '\t=1+1'],
  ['formula behind a bar', '|@SUM(A1)'],
  ['formula on a new line', '\n=1+1'],
  ['formula in a quote', '";=1+1;"'],
  ['full-width formula', ';\uff1d1+1'],
  ['old formula', ';+1-1'],
  ['right to left', 'a\u202egpj.exe'],
  ['isolate', '\u2066a\u2069'],
  ['zero width', 'a\u200bb\u200cc\u200dd\u2060e\ufefff'],
  ['tag characters', 'a\u{e0061}\u{e007f}b'],
  ['line separator', 'a\u2028b\u2029c'],
  ['NUL', 'a\u0000b'],
  ['controls', 'a\u0001\u001b[31m\u007f\u0085b'],
  ['lone surrogates', 'a\ud800b\udfffc'],
  ['no character', 'a\ufffe\uffffb'],
  ['line breaks', 'a\r\nb\rc\nd'],
  ['quote of CSV', '","x","y'],
  ['backslash at the end', 'a\\'],
  ['backslashes', 'a\\\\"b\\'],
  ['quote of DOT', '"]; evil [label="x'],
  ['escaped quote of DOT', '\\"]; evil [label=\\"x'],
  ['label of DOT', '\\N\\G\\n\\l'],
  ['HTML label of DOT', '<<b>x</b>>'],
  ['Cypher quotes', `'}) DETACH DELETE n //`],
  ['Cypher backticks', '`}) MATCH (n) DETACH DELETE n //'],
  ['prototype', '__proto__'],
  ['constructor', 'constructor'],
  ['escape of a spreadsheet', '_x000D__x0041_'],
  ['Arabic, Persian, Turkish, Cyrillic', ' حساب بانکی Şişli Иван'],
];

/** A case in which every text that could come from a file says `text`, also where a document only could after an edit. */
export function hostileCase(text: string, wish: MadeCase = {}): CaseDocument {
  const made = madeCase({ ...wish, hostile: text });
  return {
    ...made,
    notice: `Leads, not proof. ${text}`,
    leads: made.leads.map((lead) => ({
      ...lead,
      narrative: lead.narrative.map((sentence) => sentence + text),
      typologies: lead.typologies.map((typology) => typology + text),
      findings: lead.findings.map((finding) => finding + text),
      currencies: lead.currencies.map((currency) => currency + text),
      channels: lead.channels.map((channel) => channel + text),
      paidIn: lead.paidIn.map(({ currency, amount }) => ({ currency: currency + text, amount: amount + text })),
      operators: lead.operators.map((operator) => ({
        ...operator,
        role: { ...operator.role, label: operator.role.label + text },
      })),
      transfers: {
        ...lead.transfers,
        amount: lead.transfers.amount.map((amount, i) => (i % 3 === 0 ? text : amount)),
        placeFrom: lead.transfers.countryFrom,
        placeTo: lead.transfers.countryTo,
      },
    })),
  };
}
