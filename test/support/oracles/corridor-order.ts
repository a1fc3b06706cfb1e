/** An event of one account: who paid (undefined for a pay-out), when in days, at which position of a corridor. */
export interface OracleEvent {
  readonly family: string | undefined;
  readonly day: number;
  readonly position: number;
}

/** What the definition says of an account; undefined where it has nothing to compare. */
export interface OracleOrder {
  readonly withinFamilies: boolean;
  readonly families: number;
  readonly pairs: number;
  readonly gamma: number;
  readonly coverage: number;
  /** Exact: over every order of the times, not over some shuffles. */
  readonly chance: number;
}

/** The order of events along a corridor, straight from the definition: every pair, every permutation. */
export function corridorOrder(events: readonly OracleEvent[], corridorLength: number): OracleOrder | undefined {
  const names = [...new Set(events.flatMap(({ family }) => family ?? []))];
  const own = names.map((name) => events.filter(({ family }) => family === name));
  if (own.length < 3) return undefined;
  const wandering = own.filter((receipts) => different(receipts) >= 2);
  const withinFamilies = wandering.length >= 3;
  const groups = withinFamilies ? wandering : [events];
  if (different(groups.flat()) < 3) return undefined;
  const observed = count(groups);
  if (observed.pairs === 0) return undefined;
  const gamma = observed.forward / observed.pairs;
  let asGood = 0;
  let orders = 0;
  for (const order of everyOrder(groups)) {
    const { forward, pairs } = count(order);
    orders++;
    if (pairs > 0 && forward * observed.pairs >= observed.forward * pairs) asGood++;
  }
  return {
    withinFamilies,
    families: withinFamilies ? wandering.length : own.length,
    pairs: observed.pairs,
    gamma,
    coverage: longest(groups.flat()) / corridorLength,
    chance: asGood / orders,
  };
}

function different(events: readonly OracleEvent[]): number {
  return new Set(events.map(({ position }) => position)).size;
}

/** Pairs at different positions, later by more than nothing and at most 30 days; and how many more go forward than back. */
function count(groups: readonly (readonly OracleEvent[])[]): { pairs: number; forward: number } {
  let pairs = 0;
  let forward = 0;
  for (const group of groups) {
    for (const earlier of group) {
      for (const later of group) {
        const lag = later.day - earlier.day;
        if (lag <= 0 || lag > 30 || earlier.position === later.position) continue;
        pairs++;
        forward += later.position > earlier.position ? 1 : -1;
      }
    }
  }
  return { pairs, forward };
}

/** Length of the longest way on which days and positions both rise. */
function longest(events: readonly OracleEvent[]): number {
  const from = (start: OracleEvent): number =>
    1 + Math.max(0, ...events.filter((e) => e.day > start.day && e.position > start.position).map(from));
  return Math.max(0, ...events.map(from));
}

/** Every way to hand out the days of each group among its events. */
function* everyOrder(groups: readonly (readonly OracleEvent[])[]): Generator<OracleEvent[][]> {
  const [first, ...rest] = groups;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const days of permutations(first.map(({ day }) => day))) {
    const moved = first.map((event, i) => ({ ...event, day: days[i]! }));
    for (const others of everyOrder(rest)) yield [moved, ...others];
  }
}

function* permutations(items: readonly number[]): Generator<number[]> {
  if (items.length === 0) yield [];
  for (const [i, item] of items.entries()) {
    for (const rest of permutations(items.filter((_, j) => j !== i))) yield [item, ...rest];
  }
}
