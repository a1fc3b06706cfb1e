import { type RandomSource } from '../foundation/index.js';
import { type AccountBook } from './account-book.js';
import { type Economy } from './economy.js';
import { type Geography } from './geography.js';
import { type People } from './people.js';
import { type Regime } from './regimes/regime.js';
import { type Stress } from './regimes/stress.js';
import { type TransferSheet } from './transfer-sheet.js';
import { type WorldClock } from './world-clock.js';

/** What every planted story and every habit of ordinary life writes on. */
export interface Stage {
  readonly book: AccountBook;
  readonly clock: WorldClock;
  readonly economy: Economy;
  readonly geography: Geography;
  readonly people: People;
  readonly random: RandomSource;
  readonly sheet: TransferSheet;
  /** How large stories may be: 0.2 in the smallest worlds, 1 from 100,000 transfers on. */
  readonly scale: number;
  /** What was drawn for this world: whose books are seen, with which columns, how people pay. */
  readonly regime: Regime;
  /** What the caller fixes about networks beside that. */
  readonly stress: Stress;
  /** 0 = plain, 1 = hard to tell from ordinary life: moves many difficulties of networks together. Is `regime.disguise`. */
  readonly disguise: number;
}
