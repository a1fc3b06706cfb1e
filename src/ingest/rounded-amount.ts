/** A number as spreadsheets show one that is too long for its column: capital E, and always a sign. */
const SHORTENED = /^[-+]?\d(?:[.,](\d{1,30}))?E\+(\d{1,3})$/;

/**
 * Whether a spreadsheet has rounded an amount: `4.22676E+15` says 6 of its 16 digits. A number that says all digits before the
 * mark (`5.689852347E7`, as programs write it) is whole.
 */
export function isRoundedAmount(text: string): boolean {
  const found = SHORTENED.exec(text);
  return found !== null && 1 + (found[1] ?? '').length < Number(found[2]) + 1;
}
