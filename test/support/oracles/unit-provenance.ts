import { type ProvenancePolicy } from '../../../src/trace/holdings/tracing-rules.js';

/** `from` is undefined where new money of `origin` comes to `to`. */
export interface UnitTransfer {
  readonly from: number | undefined;
  readonly origin: number;
  readonly to: number;
  readonly units: number;
}

interface Unit {
  readonly origin: number;
  readonly birth: number;
  arrival: number;
}

/** Units by account and origin, as `account<origin` -> units. */
export type UnitBalances = ReadonlyMap<string, number>;

/**
 * Money as single units, each of which knows where and when it was born and when it came to where it is. A payment picks
 * its units one at a time by looking at all of them.
 */
export function unitProvenance(
  transfers: readonly UnitTransfer[],
  policy: Exclude<ProvenancePolicy, 'pro-rata'>,
): UnitBalances {
  const held = new Map<number, Unit[]>();
  const unitsOf = (account: number): Unit[] => {
    if (!held.has(account)) held.set(account, []);
    return held.get(account)!;
  };
  const first: Record<typeof policy, (a: Unit, b: Unit) => number> = {
    fifo: (a, b) => a.arrival - b.arrival,
    lifo: (a, b) => b.arrival - a.arrival,
    'least-recently-born': (a, b) => a.birth - b.birth,
    'most-recently-born': (a, b) => b.birth - a.birth,
  };
  let clock = 0;
  transfers.forEach(({ from, origin, to, units }, birth) => {
    for (let i = 0; i < units; i++) {
      const stock = from === undefined ? [] : unitsOf(from);
      const picked = [...stock].sort(first[policy])[0];
      if (picked === undefined) unitsOf(to).push({ origin, birth, arrival: clock++ });
      else {
        stock.splice(stock.indexOf(picked), 1);
        picked.arrival = clock++;
        unitsOf(to).push(picked);
      }
    }
  });
  return counted(
    [...held].flatMap(([account, units]) => units.map((unit) => [`${account}<${unit.origin}`, 1] as const)),
  );
}

/**
 * In proportion in whole units, on exact integers: floors, then one unit each to the largest remainders; `before` says
 * which of two origins gets a unit that both could get.
 */
export function shareProvenance(
  transfers: readonly UnitTransfer[],
  before: (a: number, b: number) => number,
): UnitBalances {
  const held = new Map<number, Map<number, bigint>>();
  const sharesOf = (account: number): Map<number, bigint> =>
    held.get(account) ?? held.set(account, new Map()).get(account)!;
  const add = (account: number, origin: number, units: bigint): void => {
    const shares = sharesOf(account);
    shares.set(origin, (shares.get(origin) ?? 0n) + units);
    if (shares.get(origin) === 0n) shares.delete(origin);
  };
  for (const { from, origin, to, units } of transfers) {
    const shares = from === undefined ? [] : [...sharesOf(from)];
    const balance = shares.reduce((sum, [, share]) => sum + share, 0n);
    const asked = BigInt(units);
    const paid = asked < balance ? asked : balance;
    const parts = shares.map(([of, share]) => ({ of, part: (paid * share) / balance, rest: (paid * share) % balance }));
    parts.sort((a, b) => Number(b.rest - a.rest) || before(a.of, b.of));
    const missing = paid - parts.reduce((sum, { part }) => sum + part, 0n);
    parts.forEach(({ of, part }, at) => {
      const moved = BigInt(at) < missing ? part + 1n : part;
      if (moved === 0n) return;
      add(from!, of, -moved);
      add(to, of, moved);
    });
    if (asked > paid) add(to, origin, asked - paid);
  }
  return counted(
    [...held].flatMap(([account, shares]) =>
      [...shares].map(([of, units]) => [`${account}<${of}`, Number(units)] as const),
    ),
  );
}

function counted(entries: readonly (readonly [string, number])[]): UnitBalances {
  const sums = new Map<string, number>();
  for (const [key, units] of entries) sums.set(key, (sums.get(key) ?? 0) + units);
  return sums;
}
