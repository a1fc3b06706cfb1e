import { type Stage } from '../stage.js';
import { between, chance, logNormal, wholeBetween } from '../draws.js';
import { type Habits } from './habits.js';
import { type Neighbours } from './neighbours.js';

/** What the habits of ordinary life write on: a stage, how people live there, and who knows whom. */
export interface Everyday {
  readonly stage: Stage;
  readonly habits: Habits;
  readonly neighbours: Neighbours;
  /** Multiplies how busy everybody's account is; 1 = as the habits have it. */
  readonly pace: number;
}

/** A person whose ordinary life is being told. */
export interface Person {
  readonly account: number;
  /** Usual income of a month, in units of reference. */
  readonly income: number;
  /** Local prices beside those of a rich country. */
  readonly level: number;
  /** Whether the account is the one that sees wages, rent and bills; others see little of their holder's life. */
  readonly isMain: boolean;
  /** How busy the account is beside others. */
  readonly pace: number;
  /** First and last day on which the account is used. */
  readonly firstDay: number;
  readonly lastDay: number;
}

/** Months of 30.4 days in a number of days. */
const MONTH_DAYS = 30.4;

/** Draws how somebody lives. Some accounts are opened late or left early; most are quiet, some very busy. */
export function drawPerson({ stage, pace }: Everyday, account: number): Person {
  const { random, clock, geography, book } = stage;
  const level = geography.townIncome[book.townOf(account)]!;
  const isMain = chance(random, stage.regime.thickShare);
  const opened = chance(random, 0.12) ? wholeBetween(random, 0, clock.days - 1) : 0;
  const left = chance(random, 0.06) ? wholeBetween(random, opened, clock.days - 1) : clock.days - 1;
  return {
    account,
    income: logNormal(random, 2300 * level, 0.45),
    level,
    isMain,
    pace: pace * (isMain ? Math.min(15, logNormal(random, 0.7, 0.8)) : between(random, 0.01, 0.15)),
    firstDay: opened,
    lastDay: left,
  };
}

/** How often something happens on a person's account that an average one sees `perMonth` times a month. */
export function timesFor({ stage }: Everyday, person: Person, perMonth: number): number {
  const months = (person.lastDay - person.firstDay + 1) / MONTH_DAYS;
  return Math.floor(perMonth * months * person.pace * between(stage.random, 0.7, 1.3) + stage.random());
}

/** A moment on some day of the person's. */
export function someMoment({ stage }: Everyday, person: Person): number {
  const { clock, random } = stage;
  return clock.moment(wholeBetween(random, person.firstDay, person.lastDay), random) + Math.floor(random() * 60);
}

/** The person's days that are the `offset`-th after the first of a month. */
export function monthlyDays({ stage }: Everyday, person: Person, offset: number): number[] {
  return stage.clock.monthly(offset).filter((day) => day >= person.firstDay && day <= person.lastDay);
}

/** Hundredths of a sum that people agree on: one or two digits and zeros. */
export function handyMinor(amount: number): number {
  const magnitude = Math.pow(10, Math.floor(Math.log10(Math.max(amount, 0.1))));
  const step = amount / magnitude < 4 ? magnitude / 2 : magnitude;
  return Math.max(1, Math.round(Math.max(1, Math.round(amount / step)) * step * 100));
}

/** Hundredths of a sum as a till prints it. */
export function oddMinor(amount: number): number {
  return Math.max(1, Math.round(amount * 100));
}
