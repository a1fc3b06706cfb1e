import { type Account, type Row } from '../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../graph/index.js';
import { atLeastShare, exactShare, isUpkeep } from '../typologies/index.js';
import { GATHERING_DEFAULTS, type GatheringParameters } from './gathering-parameters.js';

/** What one family paid an account, and got back from it, in minor units. */
interface Family {
  paid: bigint;
  back: bigint;
  readonly payments: { timeMs: number; minor: number }[];
}

/**
 * Whether an account gathers money: it comes from several families, and none of them dominates. In the currency of most
 * of what others paid it (by number of transfers; ties to the first currency of the ledger), as it was received:
 * - a *family* is everybody who paid it, accounts of one holder being one. Its own holder's other accounts are a family
 *   that gives nothing;
 * - a family *gives* if it paid more than it got back, and not as upkeep that lasts: a wage, a rent or help every month or
 *   two ({@link isUpkeep}) over at least half of the time that the ledger covers;
 * - at least four families give; what they paid is at least half of all; no family's payments are half of all, and those
 *   of no three are four fifths.
 *
 * So nobody gathers who lives on a wage, a pension or the help of relatives, has three jobs or two lodgers, or settles
 * bills with friends. Without amounts transfers are counted, and no upkeep is seen. Not claimed: that gathering is wrong;
 * shops and clubs do it. Relatives without a holder in common count apart. Nor that no payer gathers: somebody who
 * pools the money of others and pays it on looks the same in transfers. The numbers are the defaults of
 * {@link GatheringParameters}; what upkeep is, is told by the defaults of the alternatives. O(transfers of the account).
 */
export function gathersFromFamilies(
  graph: TemporalGraph,
  account: Account,
  { families: fewest, givenShare, mainShare, fewShare, upkeepShare }: GatheringParameters = GATHERING_DEFAULTS,
): boolean {
  const { unit } = graph.ledger.accounts;
  const families = familiesOf(graph, account);
  const lastingMs = upkeepShare * periodMs(graph);
  const giving = [...families].filter(([family, { paid, back, payments }]) => {
    if (family === unit[account] || paid <= back) return false;
    const lasts = payments.length > 0 && payments.at(-1)!.timeMs - payments[0]!.timeMs >= lastingMs;
    return !(lasts && graph.ledger.hasAmounts && isUpkeep(payments));
  });
  const all = [...families.values()].map(({ paid }) => paid).sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
  const total = sum(all);
  const isPart = (minor: bigint, share: number): boolean =>
    total === 0n || atLeastShare(minor, total, exactShare(share));
  return (
    giving.length >= fewest &&
    isPart(sum(giving.map(([, { paid }]) => paid)), givenShare) &&
    !isPart(all[0]!, mainShare) &&
    !isPart(sum(all.slice(0, fewest - 1)), fewShare)
  );
}

function familiesOf(graph: TemporalGraph, account: Account): Map<number, Family> {
  const { ledger, payer, beneficiary } = graph;
  const { timeMs, currency, receivedCurrency } = ledger.columns;
  const { unit } = ledger.accounts;
  const receivedIn = receivedCurrency ?? currency;
  const credits = [...rowsOf(graph.in, account)].filter((row) => payer[row] !== account);
  const main = mostFrequent(credits.map((row) => receivedIn[row]!));
  const families = new Map<number, Family>();
  for (const row of credits) {
    if (receivedIn[row] !== main) continue;
    const family = unit[payer[row]!]!;
    const known = families.get(family) ?? { paid: 0n, back: 0n, payments: [] };
    families.set(family, known);
    const minor = ledger.hasAmounts ? (ledger.received(row)?.minor ?? 0n) : 1n;
    known.paid += minor;
    known.payments.push({ timeMs: timeMs[row]!, minor: Number(minor) });
  }
  for (const row of rowsOf(graph.out, account)) {
    const known = families.get(unit[beneficiary[row]!]!);
    if (known === undefined || beneficiary[row] === account || currency[row] !== main) continue;
    known.back += ledger.hasAmounts ? (ledger.amountMinor(row) ?? 0n) : 1n;
  }
  return families;
}

function mostFrequent(codes: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
}

/** From the first transfer of the ledger to its last. */
function periodMs({ ledger, transferCount }: TemporalGraph): number {
  const last: Row = transferCount - 1;
  return transferCount === 0 ? 0 : ledger.columns.timeMs[last]! - ledger.columns.timeMs[0]!;
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, minor) => total + minor, 0n);
}
