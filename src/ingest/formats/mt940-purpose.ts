import { isBic } from './ibans.js';
import { type StatementChannel, type StatementParty } from './statement-records.js';

/** What field :86: says of a movement; empty texts = not said. */
export interface Mt940Purpose {
  readonly other: StatementParty;
  readonly reference: string;
  readonly purpose: string;
  readonly channel: StatementChannel;
}

/**
 * Reads the information to the account owner: in subfields with two-digit numbers (`166?00...?20...?31...`, as German banks write
 * it), in codewords (`/IBAN/...`, `/CNTP/...`, as SWIFT, Dutch and other banks do), else as free text.
 *
 * @param lines the lines of the field; banks break them anywhere
 */
export function parsePurpose(lines: readonly string[]): Mt940Purpose {
  const text = lines.join('');
  const separator = /^\d{3}([^\w\s])\d{2}/u.exec(text)?.[1];
  if (separator !== undefined) return fromSubfields(text, separator);
  if (/(?:^|\/)(?:IBAN|CNTP|NAME|EREF|TRTP|REMI|ORDP|BENM)\//u.test(text)) return fromCodewords(text);
  return { other: party('', '', ''), reference: '', purpose: lines.join(' ').trim(), channel: '' };
}

function fromSubfields(text: string, separator: string): Mt940Purpose {
  const fields = new Map<string, string>();
  for (const part of text.slice(3).split(separator)) {
    if (/^\d{2}/u.test(part)) fields.set(part.slice(0, 2), part.slice(2));
    // A separator that is part of a text: it belongs to the field before.
    else if (fields.size > 0) {
      const last = [...fields.keys()].at(-1)!;
      fields.set(last, `${fields.get(last)!}${separator}${part}`);
    }
  }
  const get = (key: string): string => fields.get(key) ?? '';
  const purpose = [...PURPOSE_FIELDS].map(get).join('');
  const tagged = sepaTags(purpose);
  const account = get('31') || tagged.get('IBAN') || '';
  const bank = get('30') || tagged.get('BIC') || '';
  const name = get('33') === '' ? get('32') : joinWrapped(get('32'), get('33'));
  return {
    other: party(account, bank, name),
    reference: known(tagged.get('EREF') ?? '') || known(tagged.get('KREF') ?? ''),
    purpose: (tagged.get('SVWZ') ?? purpose).trim(),
    channel: BY_TRANSACTION_CODE.get(text.slice(0, 3)) ?? '',
  };
}

const PURPOSE_FIELDS = ['20', '21', '22', '23', '24', '25', '26', '27', '28', '29', '60', '61', '62', '63'];
/** A subfield holds this many characters: a name that fills one goes on in the next without a blank. */
const SUBFIELD_CHARS = 27;

function joinWrapped(first: string, second: string): string {
  return first.length < SUBFIELD_CHARS ? `${first.trim()} ${second.trim()}` : `${first}${second}`.trim();
}

/** German transaction codes (Geschäftsvorfallcodes) that say how money moved. */
const BY_TRANSACTION_CODE = new Map<string, StatementChannel>([
  ...['082', '083', '084', '802'].map((code): [string, StatementChannel] => [code, 'cash']),
  ...['101', '102', '103', '070', '001'].map((code): [string, StatementChannel] => [code, 'cheque']),
  ...['104', '105', '107', '108', '109', '004', '005', '171', '174'].map((code): [string, StatementChannel] => [
    code,
    'direct-debit',
  ]),
  ...['106', '006'].map((code): [string, StatementChannel] => [code, 'card']),
  ...[
    '116',
    '117',
    '118',
    '119',
    '152',
    '153',
    '154',
    '156',
    '157',
    '159',
    '166',
    '168',
    '169',
    '191',
    '201',
    '202',
  ].map((code): [string, StatementChannel] => [code, 'transfer']),
  ...['020', '051', '052', '053', '054', '056', '067', '068', '069'].map((code): [string, StatementChannel] => [
    code,
    'transfer',
  ]),
  ...['805', '808', '809', '814', '819'].map((code): [string, StatementChannel] => [code, 'fee']),
]);

const SEPA_TAGS = /(?:^|(?<=[\s]|[^A-Z]))(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC)\+/gu;

/** The SEPA codewords inside the purpose: `EREF+...SVWZ+...`. */
function sepaTags(text: string): Map<string, string> {
  const found = [...text.matchAll(SEPA_TAGS)];
  return new Map(
    found.map((match, i) => [match[1]!, text.slice(match.index + match[0].length, found[i + 1]?.index).trim()]),
  );
}

const CODEWORDS =
  /\/(TRTP|TRCD|CSID|IBAN|BIC|NAME|REMI|EREF|MARF|MREF|PREF|CREF|KREF|PURP|CNTP|ORDP|BENM|ULTD|ULTC|ULTB|ADDR|ID|ISDT|SVCL|RTRN|RREF|IREF|ORCR|ACCW|INFO|UDTR|UCRD|CHGS|EXCH|OCMT|TYPE)\//gu;

function fromCodewords(text: string): Mt940Purpose {
  const found = [...text.matchAll(CODEWORDS)];
  const values = new Map<string, string>();
  found.forEach((match, i) => {
    const value = text.slice(match.index + match[0].length, found[i + 1]?.index).trim();
    if (!values.has(match[1]!)) values.set(match[1]!, value);
  });
  const get = (key: string): string => values.get(key) ?? '';
  // `/CNTP/account/BIC/name/city/`
  const [account = '', bank = '', name = ''] = get('CNTP').split('/');
  return {
    other: party(account || get('IBAN'), bank || get('BIC'), name || get('NAME')),
    reference: known(get('EREF')),
    purpose: get('REMI'),
    channel: /DIRECT DEBIT|INCASSO/iu.test(get('TRTP')) ? 'direct-debit' : get('TRTP') === '' ? '' : 'transfer',
  };
}

function party(account: string, bank: string, name: string): StatementParty {
  const code = bank.replace(/\s+/gu, '');
  const upper = code.toUpperCase();
  const compact = account.replace(/\s+/gu, '');
  return { account: compact.replace(/^\/+/u, ''), bank: isBic(upper) ? upper : code, name: name.trim(), country: '' };
}

function known(reference: string): string {
  return ['NOTPROVIDED', 'NONREF', 'NOTAPPLICABLE'].includes(reference.toUpperCase()) ? '' : reference;
}
