/**
 * What purses have received and not passed on, while transfers are gone through in the order of time. Strictly ordered,
 * money can be taken only after the instant in which it came; otherwise at once.
 */
export class ArrivedMoney {
  readonly #sameInstant: boolean;
  readonly #held = new Map<number, bigint>();
  #now = -Infinity;
  #arriving: { readonly purse: number; readonly amount: bigint }[] = [];

  constructor(sameInstant: boolean) {
    this.#sameInstant = sameInstant;
  }

  /** Goes on to a time, which is never before the one given last. */
  moveTo(time: number): void {
    if (time === this.#now) return;
    this.#now = time;
    for (const { purse, amount } of this.#arriving) this.#change(purse, amount);
    this.#arriving = [];
  }

  /** What may be taken now. */
  held(purse: number): bigint {
    return this.#held.get(purse) ?? 0n;
  }

  /** Takes at most what is held. */
  take(purse: number, amount: bigint): void {
    this.#change(purse, -amount);
  }

  add(purse: number, amount: bigint): void {
    if (this.#sameInstant) this.#change(purse, amount);
    else this.#arriving.push({ purse, amount });
  }

  /** Everything that was not passed on, by purse. */
  finish(): readonly (readonly [purse: number, amount: bigint])[] {
    this.moveTo(Infinity);
    return [...this.#held].filter(([, amount]) => amount > 0n).sort(([a], [b]) => a - b);
  }

  #change(purse: number, amount: bigint): void {
    this.#held.set(purse, this.held(purse) + amount);
  }
}
