import { type Channel } from '../../ledger/index.js';

/**
 * Kinds of books in which a world can be seen. `all-columns` is the world that version 0.1.0 knew: every payment of
 * twenty countries with every column; its seeds are quoted by tests and documents.
 */
export const REGIME_NAMES = [
  'all-columns',
  'national-banks',
  'single-bank',
  'correspondent-wires',
  'remittance-company',
  'mobile-money',
  'crypto-chain',
  'rural-bank',
  'card-bank',
  'wallet-app',
] as const;
export type RegimeName = (typeof REGIME_NAMES)[number];

/**
 * Which payments the books hold: all; those that touch a bank of the home countries; those that touch one bank; wires
 * that cross from bank to bank; the transfers of one company; those of one chain or one app.
 */
export const VIEWS = ['everything', 'home-banks', 'one-bank', 'bank-to-bank', 'one-company', 'one-chain'] as const;
export type View = (typeof VIEWS)[number];

/** How finely the books tell time. */
export const RESOLUTIONS = ['second', 'minute', 'day'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** Which columns are filled. `bare` = neither channels nor places nor countries; `chain` = neither places nor countries. */
export const COLUMN_SETS = ['full', 'no-places', 'no-channels', 'no-countries', 'no-ids', 'chain', 'bare'] as const;
export type ColumnSet = (typeof COLUMN_SETS)[number];

/** How one private person hands money to another: weights, not necessarily summing to 1. */
export type PersonChannels = Readonly<Partial<Record<Channel, number>>>;

/** Everything that is drawn once for a world, and that those who plant stories may need to know. */
export interface Regime {
  readonly name: RegimeName;
  readonly view: View;
  /** Countries whose people and firms fill the books, most populous first. A story that is to be seen happens there. */
  readonly homes: readonly string[];
  readonly days: number;
  readonly resolution: Resolution;
  readonly columns: ColumnSet;
  readonly personChannels: PersonChannels;
  /** Share of ordinary spending that is cash, 0..1. */
  readonly cashShare: number;
  /**
   * Share of cash handed in for somebody else that names who brought it, 0..1. The rest shows the counter of the
   * town; the sheet sees to it, stories always write the person.
   */
  readonly depositorShown: number;
  /** Whether card payments reach shops by way of an acquirer; the sheet sees to it. */
  readonly acquirer: boolean;
  /** Banks, or operators of wallets, of each home country. */
  readonly banks: number;
  /** Share of the banks whose books are seen, 0..1. */
  readonly banksSeen: number;
  /** Share of visible rows lost at random, 0..1. */
  readonly rowsMissing: number;
  /** Share of persons with a thick history, 0..1; others have few payments in the books. */
  readonly thickShare: number;
  /** Local wages beside those of the `all-columns` world; stories about local prices multiply with it, fees do not. */
  readonly incomeLevel: number;
  /** 0 = networks are plain, 1 = hard to tell from ordinary life; moves many of their difficulties together. */
  readonly disguise: number;
  /** Whether the stories of version 0.1.0 are told, or all of today's. */
  readonly stories: 'classic' | 'varied';
}
