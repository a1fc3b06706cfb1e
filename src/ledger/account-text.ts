const PREFIX_LENGTH = 2;
/** Characters, and bytes, of an address. */
export const ADDRESS_LENGTH = 42;
const ADDRESS = /^0[xX][0-9a-fA-F]{40}$/u;
/** Bit that tells small ASCII letters from capital ones. */
const SMALL = 0x20;

/**
 * The one spelling of an account. It is what is written, leading zeros and capitals and all, but for addresses of the
 * Ethereum kind (`0x` and 40 hexadecimal digits): their capitals are a checksum (EIP-55) that some sources write and
 * others leave out, so they become small. Other accounts differ by their capitals, as bank references and the addresses of
 * Bitcoin or Tron do.
 */
export function accountText(written: string): string {
  return written.length === ADDRESS_LENGTH && ADDRESS.test(written) ? written.toLowerCase() : written;
}

/** Whether {@link accountText} changes an account of these UTF-8 bytes. */
export function isAddressWithCapitals(bytes: Uint8Array): boolean {
  if (bytes.length !== ADDRESS_LENGTH || bytes[0] !== 0x30 || (bytes[1]! | SMALL) !== 0x78) return false;
  let hasCapitals = bytes[1] !== 0x78;
  for (let at = PREFIX_LENGTH; at < ADDRESS_LENGTH; at++) {
    const byte = bytes[at]!;
    const isDigit = byte >= 0x30 && byte <= 0x39;
    const letter = byte | SMALL;
    if (!isDigit && !(letter >= 0x61 && letter <= 0x66)) return false;
    hasCapitals ||= !isDigit && byte !== letter;
  }
  return hasCapitals;
}

/** The bytes of such an address in small letters. */
export function smallAddress(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => byte | SMALL);
}
