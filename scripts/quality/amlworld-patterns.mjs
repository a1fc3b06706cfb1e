// The attempts of AMLworld: what its pattern file holds, and what this library calls them.

/** Type of an attempt, and the finding that is right for it. A random walk is money passed on from layer to layer. */
export const RIGHT_KIND = new Map([
  ['FAN-IN', 'fan-in'],
  ['FAN-OUT', 'fan-out'],
  ['CYCLE', 'round-trip'],
  ['GATHER-SCATTER', 'gather-scatter'],
  ['SCATTER-GATHER', 'scatter-gather'],
  ['BIPARTITE', 'bipartite'],
  ['STACK', 'stack'],
  ['RANDOM', 'stack'],
]);

/** ISO codes of the names that the file uses. */
const CURRENCIES = new Map([
  ['US Dollar', 'USD'],
  ['Euro', 'EUR'],
  ['UK Pound', 'GBP'],
  ['Swiss Franc', 'CHF'],
  ['Yen', 'JPY'],
  ['Yuan', 'CNY'],
  ['Rupee', 'INR'],
  ['Ruble', 'RUB'],
  ['Shekel', 'ILS'],
  ['Saudi Riyal', 'SAR'],
  ['Mexican Peso', 'MXN'],
  ['Brazil Real', 'BRL'],
  ['Canadian Dollar', 'CAD'],
  ['Australian Dollar', 'AUD'],
  ['Bitcoin', 'BTC'],
]);

/** Attempts of HI-Small_Patterns.txt, in its order: `{ type, transfers }`. */
export function readAttempts(text) {
  const attempts = [];
  for (const line of text.split(/\r?\n/u)) {
    const begin = /^BEGIN LAUNDERING ATTEMPT - ([A-Z-]+)/u.exec(line);
    if (begin !== null) attempts.push({ type: begin[1], transfers: [] });
    else if (line !== '' && !line.startsWith('END')) attempts.at(-1).transfers.push(readTransfer(line.split(',')));
  }
  return attempts;
}

function readTransfer([time, payerBank, payer, bank, account, received, receivedIn, paid, paidIn]) {
  const code = (name) => CURRENCIES.get(name) ?? name;
  return {
    timeMs: Date.parse(`${time.replaceAll('/', '-').replace(' ', 'T')}:00Z`),
    // The same number may occur in the world.
    payer: `AML${payerBank},${payer}`,
    beneficiary: `AML${bank},${account}`,
    paid: `${paid},${code(paidIn)}`,
    received: paid === received && paidIn === receivedIn ? ',' : `${received},${code(receivedIn)}`,
  };
}
