const FOREIGN = /[\u0660-\u0669\u06f0-\u06f9]/gu;

/** The text with Arabic-Indic and Persian digits as 0-9; undefined if it has none. */
export function withAsciiDigits(text: string): string | undefined {
  if (text.search(FOREIGN) < 0) return undefined;
  return text.replace(FOREIGN, (digit) => `${digit.charCodeAt(0) & 0xf}`);
}
