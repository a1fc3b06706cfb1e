/** Whether a text is an IBAN: its form and its check digits (mod 97, ISO 13616). Blanks are not tolerated. */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/u.test(text)) return false;
  let rest = 0;
  for (const character of text.slice(4) + text.slice(0, 4)) {
    const value = parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** Whether a text has the form of a BIC (ISO 9362), with or without branch. */
export function isBic(text: string): boolean {
  return /^[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/u.test(text);
}

/** Country of an account: by its IBAN, else by the BIC of its bank, else as given. */
export function countryOf(account: string, bank: string, given: string): string {
  if (isIban(account)) return account.slice(0, 2);
  return isBic(bank) ? bank.slice(4, 6) : given;
}
