/** Groups the digits of a whole number: 1234567 as "1,234,567". */
export function whole(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}

/** Groups the digits of decimal text and changes nothing else: "1234.50" as "1,234.50". */
export function decimal(text: string): string {
  const [front = '', back] = text.split('.');
  const grouped = front.replace(/\B(?=(?:\d{3})+$)/gu, ',');
  return back === undefined ? grouped : `${grouped}.${back}`;
}

/** An exact sum, code before amount: "EUR 1,234.50". */
export function money({ currency, amount }: { readonly currency: string; readonly amount: string }): string {
  return currency === '' ? decimal(amount) : `${currency} ${decimal(amount)}`;
}

/** A sum shortened for a label: "EUR 45k". Exact sums stand in tables and hints. */
export function shortMoney(currency: string, value: number): string {
  return `${currency} ${shortNumber(value)}`.trim();
}

function shortNumber(value: number): string {
  for (const [unit, size] of [
    ['bn', 1e9],
    ['m', 1e6],
    ['k', 1e4],
  ] as const) {
    const step = unit === 'k' ? 1e3 : size;
    if (value >= size) {
      const scaled = value / step;
      return `${scaled < 10 ? scaled.toFixed(1) : whole(scaled)}${unit}`;
    }
  }
  return whole(value);
}

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Small numbers as words, larger ones in digits. */
export function countWord(count: number): string {
  return WORDS[count] ?? whole(count);
}

/** "1 account", "3 accounts", or with `many` "1 country", "3 countries". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${whole(count)} ${count === 1 ? one : many}`;
}

/** "a, b and c". */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)!}`;
}

/** A text that begins with a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A weight with its sign, true minus sign included: "+2.10", "−0.50". */
export function signed(value: number): string {
  const text = Math.abs(value).toFixed(2);
  return Number(text) === 0 ? '0.00' : `${value < 0 ? '−' : '+'}${text}`;
}
