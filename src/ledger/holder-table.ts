import { type Account } from '../foundation/index.js';
import { GrowableColumn, TextInterner } from '../structures/index.js';

/** Nothing seen yet / several different texts seen. */
const NONE = -1;
const SEVERAL = -2;

/** When accounts are taken for one holder's: name and second identifier agree, or the name alone. */
export type SameHolder = 'name-and-id' | 'name';

/** What came of the names of holders. */
export interface HolderCounts {
  /** Accounts that form a unit with another account. */
  readonly joined: number;
  /** Accounts whose holder has the name of another account's holder and that were not joined to it. */
  readonly sameNameApart: number;
  /** Accounts that the data give to holders of different names; they stay units of their own. */
  readonly severalNames: number;
}

/** Holders as columns that can go to another thread. */
export interface HolderPart {
  readonly names: readonly string[];
  readonly ids: readonly string[];
  /** By account, as far as any has one: number of the name, or a negative number that says why there is none. */
  readonly nameOf: Int32Array;
  readonly idOf: Int32Array;
}

/** Holders of provisional accounts while the ledger is being built: a name, and what tells people of one name apart. */
export class HolderTable {
  readonly #names = new TextInterner();
  readonly #ids = new TextInterner();
  readonly #nameOf = new GrowableColumn(Int32Array);
  readonly #idOf = new GrowableColumn(Int32Array);

  /** Remembers who holds an account. Different names make it nobody's, and different ids leave the name alone. */
  note(account: number, name: string, id: string): void {
    remember(this.#nameOf, account, this.#names.intern(name));
    if (id !== '') remember(this.#idOf, account, this.#ids.intern(id));
  }

  /** Every name, and every second identifier. */
  texts(): readonly string[] {
    return [...this.#names.texts(), ...this.#ids.texts()];
  }

  /** Everything in the table, as views; nothing may be added afterwards. */
  take(): HolderPart {
    const [nameOf, idOf] = [this.#nameOf.finish(), this.#idOf.finish()];
    return { names: this.#names.texts(), ids: this.#ids.texts(), nameOf, idOf };
  }

  /** Adds the holders of another table, whose accounts have these numbers here. */
  addPart({ names, ids, nameOf, idOf }: HolderPart, numbers: Int32Array): void {
    const ownNames = names.map((name) => this.#names.intern(name));
    const ownIds = ids.map((id) => this.#ids.intern(id));
    nameOf.forEach((name, account) => {
      if (name !== NONE) remember(this.#nameOf, numbers[account]!, name < 0 ? name : ownNames[name]!);
    });
    idOf.forEach((id, account) => {
      if (id !== NONE) remember(this.#idOf, numbers[account]!, id < 0 ? id : ownIds[id]!);
    });
  }

  /**
   * The unit of each account (the smallest account of the same holder) in an order of provisional accounts. O(accounts).
   * Not claimed: that accounts in different units have different holders.
   */
  units(order: Uint32Array, sameHolder: SameHolder): { readonly unit: Int32Array; readonly counts: HolderCounts } {
    const unit = new Int32Array(order.length);
    for (let account = 0; account < unit.length; account++) unit[account] = account;
    if (this.#names.size === 0) return { unit, counts: { joined: 0, sameNameApart: 0, severalNames: 0 } };
    const firstOf = new Map<number, Account>();
    const firstOfName = new Map<number, Account>();
    const splitNames = new Set<number>();
    const joined = new Set<Account>();
    let severalNames = 0;
    order.forEach((provisional, account) => {
      const name = at(this.#nameOf, provisional);
      if (name === SEVERAL) severalNames++;
      if (name < 0) return;
      const id = sameHolder === 'name' ? 0 : at(this.#idOf, provisional);
      const holder = name * (this.#ids.size + 1) + id;
      const first = id < 0 ? undefined : firstOf.get(holder);
      if (first !== undefined) {
        unit[account] = first;
        joined.add(first).add(account);
      } else if (id >= 0) firstOf.set(holder, account);
      const known = firstOfName.get(name);
      if (known === undefined) firstOfName.set(name, account);
      else if (unit[known] !== unit[account]) splitNames.add(name);
    });
    const sameNameApart = order.reduce((sum, one) => sum + (splitNames.has(at(this.#nameOf, one)) ? 1 : 0), 0);
    return { unit, counts: { joined: joined.size, sameNameApart, severalNames } };
  }

  /** Name of the holder of each account in an order of provisional accounts; undefined where there is none or several. */
  namesBy(order: Uint32Array): (string | undefined)[] {
    const names = this.#names.texts();
    return Array.from(order, (provisional) => names[at(this.#nameOf, provisional)]);
  }
}

function at(column: GrowableColumn<Int32Array>, account: number): number {
  return account < column.length ? column.array[account]! : NONE;
}

/** `text` is the number of a text, or {@link SEVERAL}. */
function remember(column: GrowableColumn<Int32Array>, account: number, text: number): void {
  while (column.length <= account) column.push(NONE);
  const known = column.array[account]!;
  column.array[account] = known === NONE || known === text ? text : SEVERAL;
}
