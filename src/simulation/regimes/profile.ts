import { type NameStyle } from '../view/account-names.js';
import { type ChannelWords } from '../view/channel-words.js';
import { type Habits } from '../life/habits.js';
import { type ColumnSet, type PersonChannels, type RegimeName, type Resolution, type View } from './regime.js';

/** Lowest and highest value of something drawn for a world. */
export type Range = readonly [low: number, high: number];

/** What is known of a regime before a world is drawn. */
export interface RegimeProfile {
  readonly name: Exclude<RegimeName, 'all-columns'>;
  /** In a line, whose books and what is peculiar about them. */
  readonly about: string;
  readonly view: View;
  /** Countries that may be homes, and how many of them are. */
  readonly homePool: readonly string[];
  readonly homes: Range;
  /** Share of the people who live in other countries. */
  readonly elsewhere: Range;
  /** 'local' = each country's own currency, 'hard' = euro, dollar and pound only, 'coin' = one coin for all. */
  readonly money: 'local' | 'hard' | 'coin';
  readonly names: NameStyle;
  /** Weights. */
  readonly resolutions: Readonly<Partial<Record<Resolution, number>>>;
  readonly columns: Readonly<Partial<Record<ColumnSet, number>>>;
  readonly personChannels: PersonChannels;
  readonly words: ChannelWords;
  readonly cashShare: Range;
  readonly depositorShown: Range;
  /** Probability that cards go through an acquirer. */
  readonly acquirer: number;
  readonly banks: Range;
  readonly rowsMissing: Range;
  readonly thickShare: Range;
  /** Inhabitants for each cash counter, machine or agent; 0 = one set of counters for the whole world. */
  readonly peoplePerDesk: number;
  readonly habits: Habits;
}
