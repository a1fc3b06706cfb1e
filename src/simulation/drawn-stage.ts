import { createRandom, type RandomSource, randomInteger } from '../foundation/index.js';
import { AccountBook, type DrawBank } from './account-book.js';
import { type Country, FURTHER_COUNTRIES, WORLD_COUNTRIES } from './countries.js';
import { between } from './draws.js';
import { type DeskPlan, Economy } from './economy.js';
import { Geography } from './geography.js';
import { type Habits } from './life/habits.js';
import { rowsPerPerson } from './life/live-in-regime.js';
import { People } from './people.js';
import { drawHabits } from './regimes/draw-habits.js';
import { drawRegime } from './regimes/draw-regime.js';
import { type RegimeProfile } from './regimes/profile.js';
import { type Regime, REGIME_NAMES } from './regimes/regime.js';
import { type Stage } from './stage.js';
import { atLeast, PEOPLE_PER_ACCOUNT, scaleFor, type SetStage, type StagePlan } from './stage-plan.js';
import { TransferSheet } from './transfer-sheet.js';
import { APP, nameAccounts } from './view/account-names.js';
import { Books } from './view/books.js';
import { drawSeenBanks } from './view/seen-banks.js';
import { Sight } from './view/sight.js';
import { WorldClock } from './world-clock.js';

/** Share of a file that planted stories usually take. */
const PLANTED_SHARE = 0.15;
/** Fewest transfers of a file for each person, or hardly any account would have a history. */
const FEWEST_PER_PERSON = 4;
/** How many live for trial: enough that the few very busy ones do not decide. */
const TRIAL_PEOPLE = 2400;
/** Sequences of random numbers that a world draws from. */
const SEQUENCES = 6;
/** Persons who live door to door and know each other. */
const NEIGHBOURHOOD = 40;

/**
 * The stage of a regime that is drawn: its countries peopled, its books opened. How many people a file needs is found by
 * letting some of them live on a stage for trial.
 */
export function setDrawnStage(plan: StagePlan, profile: RegimeProfile): SetStage {
  const { transfers, density } = plan;
  const { stage, habits } = openStage(plan, profile, TRIAL_PEOPLE);
  const rows = Math.max(0.05, rowsPerPerson(stage, habits));
  const room = transfers * (1 - PLANTED_SHARE - habits.firms);
  const usual = Math.min((room / rows) * 1.1, transfers / FEWEST_PER_PERSON);
  const wanted = density === undefined ? usual : (transfers / density) * PEOPLE_PER_ACCOUNT;
  const people = atLeast(transfers, Math.round(wanted));
  // Where books show little of each life, or a density is asked for, everybody is busier or quieter.
  const needed = room / people / rows;
  const pace = density === undefined ? Math.min(4, Math.max(1, needed)) : Math.min(50, Math.max(0.02, needed));
  const { stage: set, books, nameAll } = openStage(plan, profile, people);
  return { stage: set, life: { habits, pace }, books, nameAll };
}

interface OpenStage extends Omit<SetStage, 'life' | 'books'> {
  readonly habits: Habits;
  readonly books: Books;
}

function openStage(plan: StagePlan, profile: RegimeProfile, count: number): OpenStage {
  const { transfers, start, choice, stress } = plan;
  // A sequence for each purpose: what one asks for more often does not change what another draws.
  const seeds = createRandom(plan.seed);
  // Nor do two regimes of one seed draw alike.
  for (let skipped = REGIME_NAMES.indexOf(profile.name) * SEQUENCES; skipped > 0; skipped--) seeds();
  const sequence = (): RandomSource => createRandom(randomInteger(seeds, 0x1_0000_0000));
  const drawing = sequence();
  const banks = sequence();
  const view = sequence();
  const desks = sequence();
  const naming = sequence();
  const random = sequence();
  const drawn = drawRegime(profile, drawing, choice);
  const habits = drawHabits(profile.habits, drawing);
  const elsewhere = between(drawing, ...profile.elsewhere);
  const geography = geographyOf(profile, drawn.homes, elsewhere);
  const regime: Regime = { ...drawn, incomeLevel: geography.townIncome[geography.townsOf(drawn.homes[0]!)[0]!]! };
  const book = new AccountBook(geography, bankDrawer(profile, regime, banks));
  const people = new People(count, book, random, NEIGHBOURHOOD);
  const economy = new Economy(book, people, random, deskPlan(profile, geography, people, desks));
  const clock = new WorldClock(start, regime.days, regime.view === 'one-chain');
  const inView = profile.names === 'user' ? geography.countryCodes() : regime.homes;
  const sight = new Sight(book, regime, drawSeenBanks(regime, inView, view));
  const books = new Books({ book, economy, random: view, regime, words: profile.words, sight });
  const sheet = new TransferSheet(book, clock.seconds, books);
  const scale = scaleFor(transfers);
  const { disguise } = regime;
  const stage: Stage = { book, clock, economy, geography, people, random, sheet, scale, regime, stress, disguise };
  return { stage, habits, books, nameAll: () => nameAccounts(book, profile.names, naming) };
}

function geographyOf(profile: RegimeProfile, homes: readonly string[], elsewhere: number): Geography {
  const countries = [...WORLD_COUNTRIES, ...FURTHER_COUNTRIES];
  const others = countries.length - homes.length;
  const ranks = homes.reduce((sum, _, rank) => sum + 1 / (rank + 1), 0);
  const weightOf = ({ code }: Country): number => {
    const rank = homes.indexOf(code);
    return rank < 0 ? elsewhere / others : (1 - elsewhere) / (rank + 1) / ranks;
  };
  const currencyOf = ({ currency, localCurrency }: Country): string =>
    profile.money === 'coin' ? 'USDT' : profile.money === 'hard' ? currency : localCurrency;
  return new Geography({ countries, weightOf, currencyOf });
}

/** The first bank has about twice the customers of the second and so on; of an app all persons are users. */
function bankDrawer(profile: RegimeProfile, { banks }: Regime, random: RandomSource): DrawBank {
  if (profile.names === 'user') return (kind) => (kind === 'person' ? APP : 1 + randomInteger(random, banks - 1));
  return () => Math.min(banks - 1, Math.floor(banks * Math.pow(random(), 1.6)));
}

function deskPlan(profile: RegimeProfile, geography: Geography, people: People, random: RandomSource): DeskPlan {
  const total = geography.townName.length;
  const inhabitants = new Uint32Array(total);
  for (let person = 0; person < people.count; person++) inhabitants[people.townOf(person)]!++;
  if (profile.peoplePerDesk === 0) {
    const hotWallets = 3 + randomInteger(random, 4);
    return { random, placeOf: () => 0, countAt: () => hotWallets };
  }
  const countAt = (town: number): number => 1 + Math.round(inhabitants[town]! / profile.peoplePerDesk);
  return { random, placeOf: (town) => town, countAt };
}
