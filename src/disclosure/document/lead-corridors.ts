import { type Account, addMoney, compareText, type Money, type Row } from '../../foundation/index.js';
import { SMALLEST_GROUP } from './case-format.js';
import type { LeadDocument } from './lead-schema.js';
import { endOf, type LeadView } from './lead-view.js';
import { toSums } from './sums.js';

interface Corridor {
  transfers: number;
  /** Accounts at its ends that are not named, as many as are needed to tell. */
  readonly unnamed: Set<Account>;
  readonly sums: Map<string, Money>;
}

/**
 * Pairs of countries that the transfers of a lead go between, a country with itself included, the fullest first. Left out are
 * pairs of fewer than three transfers, and those whose ends that are not named are fewer than three accounts. O(rows).
 */
export function corridorsOf(view: LeadView, rows: readonly Row[]): LeadDocument['corridors'] {
  const { ledger, payer, beneficiary } = view.graph;
  const { countryFrom, countryTo } = ledger.columns;
  if (countryFrom === undefined || countryTo === undefined) return [];
  const corridors = new Map<string, Corridor>();
  for (const row of rows) {
    const [from, to] = [countryFrom[row]!, countryTo[row]!];
    if (from < 0 || to < 0) continue;
    const key = `${from} ${to}`;
    const corridor: Corridor = corridors.get(key) ?? { transfers: 0, unnamed: new Set(), sums: new Map() };
    corridors.set(key, corridor);
    corridor.transfers++;
    for (const end of [payer[row]!, beneficiary[row]!]) if (endOf(view, end) < 0) corridor.unnamed.add(end);
    const money = ledger.amount(row);
    if (money === undefined) continue;
    const known = corridor.sums.get(money.currency);
    corridor.sums.set(money.currency, known === undefined ? money : addMoney(known, money));
  }
  const isLarge = ({ transfers, unnamed }: Corridor): boolean =>
    transfers >= SMALLEST_GROUP && (unnamed.size === 0 || unnamed.size >= SMALLEST_GROUP);
  return [...corridors]
    .filter(([, corridor]) => isLarge(corridor))
    .map(([key, { transfers, sums }]) => {
      const [from, to] = key.split(' ').map((place) => ledger.places[Number(place)]!);
      return { from: from!, to: to!, transfers, sums: toSums([...sums.values()]) };
    })
    .sort((a, b) => b.transfers - a.transfers || compareText(a.from, b.from) || compareText(a.to, b.to));
}
