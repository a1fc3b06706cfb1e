import { createRandom, DAY_MS, shuffle } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { runDetectors } from '../../../src/typologies/index.js';
import { contextOf } from '../../support/detection-context.js';

type Transfers = readonly TransferInput[];

/** A case told differently, and how its names and times lead back. */
export type Variation = (
  transfers: Transfers,
) => readonly [transfers: Transfers, nameOf?: (account: string) => string, without?: ReadonlySet<string>];

/** Indicators that use calendar periods: a case a year later may show them otherwise. */
const BY_CALENDAR: ReadonlySet<string> = new Set(['rapid-pass-through', 'synchronised-burst']);
