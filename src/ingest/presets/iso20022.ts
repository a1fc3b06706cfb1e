import { type Layout } from '../mapping.js';
import { STATEMENT_MAPPING } from './statements.js';

/** Bank statements and notifications in XML (camt.053, camt.054). */
export const ISO20022_LAYOUTS: readonly Layout[] = [{ name: 'camt', mapping: STATEMENT_MAPPING }];
