import { Inflate } from 'fflate';
import { InputError } from '../../foundation/index.js';

/** What an archive may ask for. Checked by its directory before anything is unpacked, and again while unpacking. */
const MAX_ENTRIES = 10_000;
const MAX_UNPACKED_BYTES = 4 * 1024 ** 3;
/** An entry larger than this may not be packed more tightly than the ratio; tables of numbers reach 30. */
const RATIO_BYTES = 16 * 1024 ** 2;
const MAX_RATIO = 200;
/** Packed bytes that are unpacked at a time. */
const SLICE_BYTES = 1 << 16;

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packed: number;
  readonly unpacked: number;
  readonly localAt: number;
}

/** The entries of a zip archive that is held in memory, by name, within limits. */
export class ZipArchive {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #name: string;
  readonly #entries = new Map<string, Entry>();

  /**
   * @throws InputError `zip-unreadable` if it is cut short or spoilt; `zip-limit` if it holds more entries, unpacks to more bytes or is
   *   packed more tightly than any workbook
   */
  constructor(bytes: Uint8Array, name: string) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#name = name;
    this.#readDirectory();
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  has(entry: string): boolean {
    return this.#entries.has(entry);
  }

  /** The unpacked bytes of an entry, piece by piece; no more than its directory says. */
  *unpack(entry: string): Generator<Uint8Array> {
    const found = this.#entries.get(entry);
    if (found === undefined) throw this.#spoilt(`no ${entry.slice(0, 80)}`);
    const { method, isEncrypted, packed, unpacked, localAt } = found;
    if (isEncrypted) throw this.#spoilt('an encrypted entry');
    if (method !== STORED && method !== DEFLATED) throw this.#spoilt(`packing method ${method}`);
    if (localAt + 30 > this.#bytes.length || this.#view.getUint32(localAt, true) !== LOCAL_SIGNATURE) {
      throw this.#spoilt('a directory that points elsewhere');
    }
    const start = localAt + 30 + this.#view.getUint16(localAt + 26, true) + this.#view.getUint16(localAt + 28, true);
    if (start + packed > this.#bytes.length) throw this.#spoilt('less bytes than its directory says');
    const data = this.#bytes.subarray(start, start + packed);
    let given = 0;
    for (const piece of method === STORED ? [data] : this.#inflate(data)) {
      given += piece.length;
      if (given > unpacked) throw this.#beyond('an entry that unpacks to more than its directory says');
      yield piece;
    }
    if (given !== unpacked) throw this.#spoilt('an entry that unpacks to less than its directory says');
  }

  *#inflate(data: Uint8Array): Generator<Uint8Array> {
    const ready: Uint8Array[] = [];
    const inflate = new Inflate((piece) => ready.push(piece));
    for (let at = 0; at < data.length || at === 0; at += SLICE_BYTES) {
      try {
        inflate.push(data.subarray(at, at + SLICE_BYTES), at + SLICE_BYTES >= data.length);
      } catch (cause) {
        throw this.#spoilt('an entry that does not unpack', cause);
      }
      yield* ready.splice(0);
    }
  }

  #readDirectory(): void {
    const view = this.#view;
    const end = this.#findEnd();
    const count = view.getUint16(end + 10, true);
    let at = view.getUint32(end + 16, true);
    if (count > MAX_ENTRIES) throw this.#beyond(`${count} entries`);
    let total = 0;
    const decoder = new TextDecoder();
    for (let i = 0; i < count; i++) {
      if (at + 46 > this.#bytes.length || view.getUint32(at, true) !== ENTRY_SIGNATURE) {
        throw this.#spoilt('a directory that is cut short');
      }
      const [packed, unpacked] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
      total += unpacked;
      if (total > MAX_UNPACKED_BYTES) throw this.#beyond(`more than ${MAX_UNPACKED_BYTES} bytes unpacked`);
      if (unpacked > RATIO_BYTES && unpacked > MAX_RATIO * packed) {
        throw this.#beyond(`an entry packed ${Math.round(unpacked / Math.max(1, packed))} to 1`);
      }
      const nameLength = view.getUint16(at + 28, true);
      const entryName = decoder.decode(this.#bytes.subarray(at + 46, at + 46 + nameLength));
      if (this.#entries.has(entryName)) throw this.#spoilt('the same entry twice');
      this.#entries.set(entryName, {
        method: view.getUint16(at + 10, true),
        isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
        packed,
        unpacked,
        localAt: view.getUint32(at + 42, true),
      });
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  }

  #findEnd(): number {
    const last = this.#bytes.length - END_BYTES;
    for (let at = last; at >= Math.max(0, last - MAX_COMMENT_BYTES); at--) {
      if (this.#view.getUint32(at, true) === END_SIGNATURE) return at;
    }
    throw this.#spoilt('no directory: cut short?');
  }

  #spoilt(received: string, cause?: unknown): InputError {
    return new InputError('zip-unreadable', `Expected a whole zip archive in ${this.#name} but received ${received}`, {
      cause,
    });
  }

  #beyond(received: string): InputError {
    return new InputError(
      'zip-limit',
      `Expected ${this.#name} to be within the limits of an archive but received ${received}`,
    );
  }
}
