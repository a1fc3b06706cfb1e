/** Names of columns as a reader knows them. What is not in here is said in words already. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['amount', 'amounts'],
  ['time', 'clock times'],
  ['clock time', 'clock times'],
  ['channel', 'channels (cash, wire, ...)'],
  ['placeFrom', 'places where money is handed in'],
  ['placeTo', 'places where money is paid out'],
  ['countryFrom', 'countries where money is handed in'],
  ['countryTo', 'countries where money is paid out'],
  ['placeFrom or placeTo', 'places where money is handed in or paid out'],
  ['placeTo or countryTo', 'places or countries where money is paid out'],
  [
    'placeFrom and placeTo at one level',
    'places where money is handed in and paid out, both as places or both as countries',
  ],
  ['cash in USD or EUR, or minCash for the currency (anyCurrency)', 'cash in USD or EUR'],
]);

/** What data lack, in words: `placeTo` is "places where money is paid out". */
export function columnInWords(column: string): string {
  return WORDS.get(column) ?? column;
}

/** Whether a text is one of the names or words above, and so cannot come from a file. */
export function isKnownColumn(text: string): boolean {
  return WORDS.has(text) || [...WORDS.values()].includes(text);
}
