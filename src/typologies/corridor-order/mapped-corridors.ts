import { UsageError } from '../../foundation/index.js';
import { type Ledger } from '../../ledger/index.js';
import { type Corridor } from '../corridor.js';

/** A corridor as the places of one ledger know it. */
export interface MappedCorridor {
  readonly corridor: Corridor;
  /** Position of each of the ledger's places, 0 = the first; -1 = not on the corridor. */
  readonly positionOf: Int8Array;
  /** How many positions the places know. */
  readonly known: number;
}

/** Positions are bits of one number while units are looked through. */
const MOST_POSITIONS = 30;

/**
 * Corridors by the places of a ledger, written as codes in any capitals. O(corridors x places).
 *
 * @throws UsageError `corridor` for one that is no way: no plain id, too few or too many positions, a country twice
 */
export function mapCorridors({ places }: Ledger, corridors: readonly Corridor[]): MappedCorridor[] {
  const codes = places.map((place) => place.trim().toUpperCase());
  return corridors.map((corridor) => {
    const positions = positionsByCode(corridor);
    const positionOf = Int8Array.from(codes, (code) => positions.get(code) ?? -1);
    const known = new Set(positionOf.filter((position) => position >= 0)).size;
    return { corridor, positionOf, known };
  });
}

function positionsByCode({ id, positions }: Corridor): Map<string, number> {
  const refuse = (what: string): never => {
    throw new UsageError('corridor', `Expected ${what} but received the corridor ${id}`);
  };
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/u.test(id)) refuse('an id of small letters, digits and dashes');
  if (positions.length < 2 || positions.length > MOST_POSITIONS) refuse(`2 to ${MOST_POSITIONS} positions`);
  const byCode = new Map<string, number>();
  positions.forEach((countries, position) => {
    if (countries.length === 0) refuse('a country at each position');
    for (const country of countries) {
      if (byCode.has(country)) refuse('each country at one position');
      byCode.set(country, position);
    }
  });
  return byCode;
}
