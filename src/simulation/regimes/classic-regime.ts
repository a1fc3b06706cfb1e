import { type Regime } from './regime.js';

/** The world of version 0.1.0: every payment of twenty countries, every column, to the second. */
export const CLASSIC_REGIME: Regime = Object.freeze({
  name: 'all-columns',
  view: 'everything',
  homes: Object.freeze(['DE', 'FR', 'GB', 'IT', 'ES', 'NL', 'SE', 'AT', 'GR', 'PL', 'HU', 'RS', 'TR', 'US']),
  days: 180,
  resolution: 'second',
  columns: 'full',
  personChannels: Object.freeze({ cash: 0.5, p2p: 0.32, wire: 0.18 }),
  cashShare: 0.2,
  depositorShown: 1,
  acquirer: false,
  banks: 4,
  banksSeen: 1,
  rowsMissing: 0,
  thickShare: 1,
  incomeLevel: 1,
  disguise: 0,
  stories: 'classic',
});
