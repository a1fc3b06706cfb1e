import { type Account, InputError, type Watched, watchSteps } from '../foundation/index.js';
import { type Ledger } from '../ledger/index.js';
import { keyOf, type KeyPair } from '../slices/index.js';

/** What a question needs of a ledger that is held in part, in the numbers of that part. */
export interface Needs {
  /** Accounts of which every transfer out must be there. */
  readonly payers: Iterable<Account>;
  /** Accounts of which every transfer in must be there. */
  readonly receivers: Iterable<Account>;
  /** Transfers into an account at a time. Default none. */
  readonly arrivals?: Iterable<{ readonly account: Account; readonly timeMs: number }>;
  /** Times of which the coarse transfers must be there. Default none. */
  readonly instants?: Iterable<number>;
}

/** The same by name, without what was asked for before. */
export interface Wanted {
  readonly payers: readonly KeyPair[];
  readonly receivers: readonly KeyPair[];
  readonly arrivals: readonly (readonly [...KeyPair, number])[];
  readonly instants: readonly number[];
}

/** A part of a ledger that grows. */
export interface GrowingPart {
  /** Adds the transfers that are wanted and not there yet. @returns how many are there now */
  add(wanted: Wanted): Promise<number>;
  /** What is there as a ledger, with the scales, files and columns of the whole. */
  ledger(): Promise<Ledger>;
}

/** How rounds are watched and bounded. */
export interface RoundsOptions extends Watched {
  /** Transfers held at most. */
  readonly maxRows: number;
}

/** A part in which nothing is missing, and what it took. */
export interface GatheredPart {
  readonly ledger: Ledger;
  /** Transfers of it. */
  readonly rows: number;
  /** Times that something was fetched. */
  readonly rounds: number;
}

/**
 * Lets a part grow until a question needs nothing that is not there. If what it needs can only become more as the part grows, and
 * it looks at nothing else, its answer is that of the whole.
 *
 * @param needsOf what the question needs, as far as the part shows: one set of needs after another, where each takes those before
 *   it as met
 * @throws InputError `reduced-rows` where that is more than may be held, and what `needsOf` and the part throw
 */
export async function gatherInRounds(
  part: GrowingPart,
  needsOf: (ledger: Ledger) => Iterable<Needs>,
  { maxRows, ...watched }: RoundsOptions,
): Promise<GatheredPart> {
  const tell = watchSteps(watched);
  const asked = new AskedBefore();
  for (let rounds = 0; ; rounds++) {
    const ledger = await part.ledger();
    const wanted = asked.firstNew(ledger, needsOf(ledger));
    if (wanted === undefined) return { ledger, rows: ledger.rowCount, rounds };
    tell(`round ${rounds + 1}: fetching transfers of ${countAccounts(wanted)} accounts`);
    const rows = await part.add(wanted);
    if (rows > maxRows) {
      const message =
        `Expected at most ${maxRows} transfers of the accounts reached but round ${rounds + 1} needs ${rows}: ` +
        '--max-hops and --max-wait reach fewer, --max-reduced-rows holds more';
      throw new InputError('reduced-rows', message);
    }
  }
}

function countAccounts({ payers, receivers }: Wanted): number {
  return new Set([...payers, ...receivers].map((key) => JSON.stringify(key))).size;
}

/** What has been asked for, by name: numbers are others in each round. */
class AskedBefore {
  readonly #payers = new Set<string>();
  readonly #receivers = new Set<string>();
  readonly #arrivals = new Set<string>();
  readonly #instants = new Set<number>();

  /** What is new of the first needs of which something is; from now on it is not. */
  firstNew(ledger: Ledger, all: Iterable<Needs>): Wanted | undefined {
    for (const needs of all) {
      const wanted = this.#newIn(ledger, needs);
      if (Object.values(wanted).some((some: readonly unknown[]) => some.length > 0)) return wanted;
    }
    return undefined;
  }

  #newIn(ledger: Ledger, { payers, receivers, arrivals = [], instants = [] }: Needs): Wanted {
    const into: [...KeyPair, number][] = [];
    const newReceivers = newKeys(ledger, receivers, this.#receivers);
    for (const { account, timeMs } of arrivals) {
      const key = keyOf(ledger, account);
      if (this.#receivers.has(JSON.stringify(key))) continue;
      if (addText(this.#arrivals, JSON.stringify([...key, timeMs]))) into.push([...key, timeMs]);
    }
    const times = [...instants].filter((timeMs) => !this.#instants.has(timeMs));
    for (const timeMs of times) this.#instants.add(timeMs);
    return {
      payers: newKeys(ledger, payers, this.#payers),
      receivers: newReceivers,
      arrivals: into,
      instants: times,
    };
  }
}

function newKeys(ledger: Ledger, accounts: Iterable<Account>, known: Set<string>): KeyPair[] {
  const keys = [...accounts].map((account) => keyOf(ledger, account));
  return keys.filter((key) => addText(known, JSON.stringify(key)));
}

function addText(texts: Set<string>, text: string): boolean {
  if (texts.has(text)) return false;
  texts.add(text);
  return true;
}
