/**
 * HMAC-SHA-256 under a key that stays outside: given in, so that this floor needs no cryptography of its own and never sees
 * the key. `hashWithKey` of `illicit-flows/node` makes one.
 */
export interface KeyedHash {
  /** The code of a message, 32 bytes. */
  readonly digest: (message: Uint8Array) => Uint8Array;
}

/** Keeps codes of this tool and of each purpose apart from any other use of the same key. */
const DOMAIN = 'illicit-flows';
/** Bytes of a fingerprint: enough to tell keys apart, too few to stand for one. */
const FINGERPRINT_BYTES = 8;

/**
 * Parts as one message in which none can run over into the next: before each part stands its length (4 bytes, big endian, in
 * UTF-16 units), then its units (2 bytes each, big endian). Different lists of parts give different messages, whatever is in
 * them. Plain concatenation would take `12` + `3` for `1` + `23`. O(characters).
 */
export function delimited(parts: readonly string[]): Uint8Array {
  const message = new DataView(new ArrayBuffer(parts.reduce((sum, part) => sum + 4 + 2 * part.length, 0)));
  let at = 0;
  for (const part of parts) {
    message.setUint32(at, part.length);
    at += 4;
    for (let i = 0; i < part.length; i++, at += 2) message.setUint16(at, part.charCodeAt(i));
  }
  return new Uint8Array(message.buffer);
}

/** The first bytes of a code for one purpose and its parts, as hexadecimal text. */
export function codeOf(hash: KeyedHash, purpose: string, parts: readonly string[], bytes: number): string {
  const code = hash.digest(delimited([DOMAIN, purpose, ...parts]));
  return Array.from(code.subarray(0, bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Tells keys apart without telling anything of them: a code of its own, 16 hexadecimal digits. */
export function keyFingerprint(hash: KeyedHash): string {
  return codeOf(hash, 'key fingerprint', [], FINGERPRINT_BYTES);
}
