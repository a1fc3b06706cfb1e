import { SMALLEST_GROUP } from '../document/case-format.js';
import type { CaseDocument } from '../document/case-schema.js';
import { toPublicCount } from './coarse-counts.js';
import { bandedSums, type RedactionContext } from './redaction-context.js';
import { isCountryCode } from './vocabulary.js';

type Corridors = CaseDocument['data']['corridors'];

/**
 * Pairs of countries with at least three transfers, counts rounded down, sums as powers of ten. A pair in several currencies has no
 * sums: how many transfers are behind each is not in a case, and it may be one.
 */
export function bandedCorridors(corridors: Corridors, context: RedactionContext): Corridors {
  return corridors
    .filter(({ from, to, transfers }) => transfers >= SMALLEST_GROUP && isCountryCode(from) && isCountryCode(to))
    .map(({ from, to, transfers, sums }) => ({
      from,
      to,
      transfers: toPublicCount(transfers),
      sums: sums.length === 1 ? bandedSums(context, sums) : [],
    }));
}
