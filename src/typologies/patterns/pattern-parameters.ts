import { CHOICE, chosen, type Parameter } from '../../evidence/index.js';
import { type DetectionContext } from '../detector.js';
import { hubFlags } from '../finding-parts.js';
import { patternRows } from './pattern-rows.js';

/** What all patterns of layering can be told about the transfers they look at. */
export type PatternName = 'strangersOnly' | 'habitOccasions' | 'dustShare';

/** See {@link patternRows}. */
export const PATTERN_PARAMETERS: Readonly<Record<PatternName, Parameter>> = Object.freeze({
  strangersOnly: {
    value: 1,
    unit: 'switch',
    meaning:
      '1 = only transfers to somebody whom the payer pays on fewer occasions than a habit has, and with nobody that everybody deals with; 0 = all transfers',
    source: CHOICE,
  },
  habitOccasions: chosen('count', 3, 'Fewest occasions on which one pays the other out of habit', [2, 1000]),
  dustShare: {
    value: 0.001,
    unit: 'share',
    meaning: 'Transfers of less than this share of their currency’s median amount are dust and ignored; 0 = none is',
    source: CHOICE,
  },
});

/** The transfers that a pattern of this greatest span may use, one byte each. */
export function countedRows(
  { graph, hubs }: DetectionContext,
  { strangersOnly, habitOccasions, dustShare }: Readonly<Record<PatternName, number>>,
  { span, centre }: { readonly span: number; readonly centre?: 'payer' | 'beneficiary' },
): Uint8Array {
  return patternRows(graph, {
    hubFlag: hubFlags(graph.accountCount, hubs),
    dustShare,
    strangersWithin: strangersOnly === 1 ? span : undefined,
    habitOccasions,
    centre,
  });
}
