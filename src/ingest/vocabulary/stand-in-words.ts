import { type InstitutionAccount } from '../../ledger/index.js';
import { foldWord } from '../statements/direction-words.js';

/** Whole texts of a cell, set apart by bars, with which banks say that nobody stands on the other side. */
const WORDS: Readonly<Record<InstitutionAccount, readonly string[]>> = {
  'cash-desk': [
    'cash|atm|cash withdrawal|cash deposit|atm withdrawal|atm deposit|atm cash withdrawal|counter withdrawal|cashpoint',
    'bargeld|bargeldauszahlung|bargeldeinzahlung|barauszahlung|bareinzahlung|bargeldabhebung|bargeldbezug|geldautomat',
    'geldautomaat|geldopname|geldstorting',
    'retrait dab|retrait especes|retrait espèces|versement especes|versement espèces|dépôt espèces|depot especes',
    'retiro en efectivo|retirada de efectivo|retiro de efectivo|ingreso en efectivo|depósito en efectivo|retiro cajero',
    'prelievo contanti|prelievo bancomat|prelievo atm|versamento contanti',
    'wypłata gotówki|wypłata z bankomatu|wypłata w bankomacie|wpłata gotówki|wpłata we wpłatomacie',
    'isplata gotovine|uplata gotovine|podizanje gotovine',
    'para çekme|atm para çekme|para yatırma|nakit çekme|nakit yatırma',
    'выдача наличных|снятие наличных|внесение наличных|взнос наличных|видача готівки|зняття готівки|внесення готівки',
    'ανάληψη μετρητών|κατάθεση μετρητών|سحب نقدي|إيداع نقدي|برداشت نقدی|واریز نقدی',
  ],
  fees: [
    'fee|fees|account fee|monthly fee|service fee|maintenance fee|bank fee|bank fees|bank charge|bank charges|charges',
    'service charge|entgelt|entgelte|entgeltabschluss|kontoführungsentgelt|kontoführung|gebühr|gebühren|bankkosten',
    'frais bancaires|frais de tenue de compte|comisión|comisiones|commissioni|commissione|spese bancarie',
    'opłata|opłaty|prowizja|opłata za prowadzenie rachunku|provizija|naknada|masraf|komisyon|işlem ücreti',
    'комиссия|комиссия банка|комісія|комісія банку|προμήθεια|رسوم|عمولة|کارمزد',
  ],
  interest: [
    'interest|interest paid|interest earned|credit interest|debit interest|zinsen|habenzinsen|sollzinsen|rente',
    'intérêts|interets|intereses|interessi|odsetki|kamata|faiz|проценты|відсотки|τόκοι|فوائد',
  ],
};

const KNOWN: ReadonlyMap<string, InstitutionAccount> = new Map(
  (Object.entries(WORDS) as [InstitutionAccount, string[]][]).flatMap(([kind, lists]) =>
    lists.flatMap((list) => list.split('|').map((word) => [foldWord(word), kind] as const)),
  ),
);

/** Which account of the institution a text names as the other side, if it is all that the cell says; undefined for others. */
export function standInOf(text: string): InstitutionAccount | undefined {
  return KNOWN.get(foldWord(text));
}
