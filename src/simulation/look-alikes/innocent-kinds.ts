import { type InnocentKind } from './innocent-kind.js';
import { COMMUNITY_KINDS } from './communities/community-kinds.js';
import { COMPANY_KINDS } from './companies/company-kinds.js';
import { HOUSEHOLD_KINDS } from './households/household-kinds.js';
import { MONEY_SERVICE_KINDS } from './money-services/money-service-kinds.js';
import { TRADE_KINDS } from './trades/trade-kinds.js';

/**
 * All kinds of innocent stories, those of the `all-columns` world among them. Worlds of every other regime draw from this
 * list. The order is part of what a seed means: new kinds go to the end of their room.
 */
export const INNOCENT_KINDS: readonly InnocentKind[] = [
  ...TRADE_KINDS,
  ...COMMUNITY_KINDS,
  ...HOUSEHOLD_KINDS,
  ...MONEY_SERVICE_KINDS,
  ...COMPANY_KINDS,
];
