import { type Account, type Budget } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { atLeastShare, type ExactShare } from '../numbers/exact-share.js';
import { ascending } from '../finding-parts.js';
import { type Release, type WholeReleases } from './hold-releases.js';
import { type BipartiteCosts } from './least-cost-matching.js';
import { type ReleaseSearch } from './release-search.js';
import { splitReleases } from './split-releases.js';
import { countFamilies } from '../relations/sender-families.js';
import { greatest, least } from '../../structures/index.js';

/** Sums that a holder kept for a time and released to one receiver. */
export interface HeldSums {
  readonly receiver: Account;
  /** By credit; whole ones first, then those in parts. */
  readonly releases: readonly Release[];
  readonly families: number;
  /** What the releases come to, and all that the holder paid the receiver from the first credit to the last release. */
  readonly releasedMinor: bigint;
  readonly paidMinor: bigint;
  /** From the first credit to the last release, and the part of it in which some sum was held. Milliseconds. */
  readonly spanMs: number;
  readonly heldMs: number;
}

/** When sums that were released to one receiver count as held for it. */
export interface HeldSumsRule {
  readonly minReleases: number;
  /** Fewest of them that are one debit: releases in parts are the exception. */
  readonly leastWhole: number;
  readonly minReceiverShare: ExactShare;
  readonly minHeldShare: ExactShare;
}

/**
 * The receivers for whom sums of enough families were held, by account. Undefined if the budget, in sets of debits
 * looked at, ran out.
 */
export function heldSums(
  graph: TemporalGraph,
  search: ReleaseSearch,
  whole: WholeReleases,
  rule: HeldSumsRule,
  budget: Budget,
): HeldSums[] | undefined {
  const found: HeldSums[] = [];
  let open: OpenSums | undefined;
  for (const [receiver, own] of byReceiver(graph, search, whole.kept)) {
    // Releases in parts are the exception: none are looked for where there are too few whole ones.
    const mayHaveParts = own.length >= rule.leastWhole;
    if (mayHaveParts) open ??= openSums(graph, search, whole);
    const openDebits = (mayHaveParts ? open?.debitsTo.get(receiver) : undefined) ?? [];
    // With whole releases in vain if even the shortest splits are too few.
    const mayBeEnough = own.length + (openDebits.length >> 1) >= rule.minReleases;
    const parts = mayBeEnough ? splitReleases(search, whole.usual, open?.credits ?? [], openDebits, budget) : [];
    if (parts === undefined) return undefined;
    if (own.length + parts.length < rule.minReleases) continue;
    const sums = measure(graph, search, receiver, [...own, ...parts]);
    const mostly = atLeastShare(sums.releasedMinor, sums.paidMinor, rule.minReceiverShare);
    const held = atLeastShare(BigInt(sums.heldMs), BigInt(sums.spanMs), rule.minHeldShare);
    if (sums.families >= rule.minReleases && mostly && held) found.push(sums);
  }
  return found;
}

/**
 * Whether some receiver is paid often enough for sums to be held for it, and by enough debits that fit a credit one to
 * one. Spares the search for a matching where nothing can come of it. O(fitting pairs + debits).
 */
export function mayHoldSums(
  { beneficiary }: TemporalGraph,
  { lane: { debitRows } }: ReleaseSearch,
  { targets, rightCount }: BipartiteCosts,
  { minReleases, leastWhole }: HeldSumsRule,
): boolean {
  if (targets.length < leastWhole) return false;
  const fits = new Uint8Array(rightCount);
  for (const debit of targets) fits[debit] = 1;
  const counts = new Map<Account, { paid: number; fitting: number }>();
  for (let debit = 0; debit < rightCount; debit++) {
    const receiver = beneficiary[debitRows[debit]!]!;
    const known = counts.get(receiver) ?? { paid: 0, fitting: 0 };
    counts.set(receiver, { paid: known.paid + 1, fitting: known.fitting + fits[debit]! });
  }
  return [...counts.values()].some(({ paid, fitting }) => paid >= minReleases && fitting >= leastWhole);
}

function byReceiver(
  { beneficiary }: TemporalGraph,
  { lane }: ReleaseSearch,
  kept: readonly Release[],
): [Account, Release[]][] {
  const groups = new Map<Account, Release[]>();
  for (const release of kept) {
    const receiver = beneficiary[lane.debitRows[release.debits[0]!]!]!;
    const known = groups.get(receiver);
    if (known === undefined) groups.set(receiver, [release]);
    else known.push(release);
  }
  return [...groups].sort(([left], [right]) => left - right);
}

/** What no whole release takes: credits, and debits by receiver, all in their order. */
interface OpenSums {
  readonly credits: readonly number[];
  readonly debitsTo: ReadonlyMap<Account, readonly number[]>;
}

function openSums({ beneficiary }: TemporalGraph, { lane }: ReleaseSearch, { kept }: WholeReleases): OpenSums {
  const { creditMinor, debitRows } = lane;
  const [usedCredits, usedDebits] = [new Uint8Array(creditMinor.length), new Uint8Array(debitRows.length)];
  for (const { credit, debits } of kept) {
    usedCredits[credit] = 1;
    for (const debit of debits) usedDebits[debit] = 1;
  }
  const credits: number[] = [];
  for (let credit = 0; credit < usedCredits.length; credit++) if (usedCredits[credit] === 0) credits.push(credit);
  const debitsTo = new Map<Account, number[]>();
  for (let debit = 0; debit < usedDebits.length; debit++) {
    if (usedDebits[debit] === 1) continue;
    const receiver = beneficiary[debitRows[debit]!]!;
    const known = debitsTo.get(receiver);
    if (known === undefined) debitsTo.set(receiver, [debit]);
    else known.push(debit);
  }
  return { credits, debitsTo };
}

function measure(
  graph: TemporalGraph,
  { lane }: ReleaseSearch,
  receiver: Account,
  releases: readonly Release[],
): HeldSums {
  const from = (release: Release): number => lane.creditTimeMs[release.credit]!;
  const to = (release: Release): number => lane.debitTimeMs[release.debits.at(-1)!]!;
  const start = least(releases.map(from));
  const end = greatest(releases.map(to));
  const payers = releases.map(({ credit }) => graph.payer[lane.creditRows[credit]!]!);
  let paidMinor = 0n;
  for (let debit = 0; debit < lane.debitRows.length; debit++) {
    const time = lane.debitTimeMs[debit]!;
    if (graph.beneficiary[lane.debitRows[debit]!] !== receiver || time < start || time > end) continue;
    paidMinor += BigInt(lane.debitMinor[debit]!);
  }
  // Lengths of the stays, overlaps counted once.
  let heldMs = 0;
  let heldUntil = start;
  for (const stay of [...releases].sort((left, right) => from(left) - from(right))) {
    heldMs += Math.max(0, to(stay) - Math.max(heldUntil, from(stay)));
    heldUntil = Math.max(heldUntil, to(stay));
  }
  return {
    receiver,
    releases,
    families: countFamilies(graph, ascending(payers), start),
    releasedMinor: releases.reduce((sum, release) => sum + release.paidMinor, 0n),
    paidMinor,
    spanMs: end - start,
    heldMs,
  };
}
