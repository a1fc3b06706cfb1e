import { type Layout } from '../mapping.js';
import { STATEMENT_MAPPING } from './statements.js';

/** Bank statements of SWIFT (MT940, MT942). */
export const MT940_LAYOUTS: readonly Layout[] = [{ name: 'statement', mapping: STATEMENT_MAPPING }];
