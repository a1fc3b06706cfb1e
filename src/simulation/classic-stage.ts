import { createRandom, randomInteger } from '../foundation/index.js';
import { AccountBook } from './account-book.js';
import { Economy } from './economy.js';
import { Geography } from './geography.js';
import { givenOnly } from './given-only.js';
import { People } from './people.js';
import { CLASSIC_REGIME } from './regimes/classic-regime.js';
import { type Regime } from './regimes/regime.js';
import { type Stage } from './stage.js';
import { atLeast, PEOPLE_PER_ACCOUNT, scaleFor, type SetStage, type StagePlan } from './stage-plan.js';
import { TransferSheet } from './transfer-sheet.js';
import { Books } from './view/books.js';
import { drawSeenBanks } from './view/seen-banks.js';
import { Sight } from './view/sight.js';
import { WorldClock } from './world-clock.js';

/** Transfers of the `all-columns` world for each of its people. */
const CLASSIC_TRANSFERS_PER_PERSON = 34;

/** The stage of `all-columns`: one sequence for everything, drawn in the order that the seeds of version 0.1.0 rely on. */
export function setClassicStage(plan: StagePlan): SetStage {
  const { seed, transfers, start, choice, stress, density } = plan;
  const regime: Regime = { ...CLASSIC_REGIME, ...givenOnly(choice) };
  const partial = regime.banksSeen < 1 || regime.rowsMissing > 0;
  const random = createRandom(seed);
  const viewRandom = createRandom(randomInteger(createRandom(seed), 0x1_0000_0000));
  const geography = new Geography();
  const book = new AccountBook(geography, partial ? () => randomInteger(viewRandom, regime.banks) : undefined);
  const perPerson = density === undefined ? CLASSIC_TRANSFERS_PER_PERSON : density / PEOPLE_PER_ACCOUNT;
  const people = new People(atLeast(transfers, Math.floor(transfers / perPerson)), book, random);
  const economy = new Economy(book, people, random);
  const clock = new WorldClock(start, regime.days);
  const sight = new Sight(book, regime, drawSeenBanks(regime, geography.countryCodes(), viewRandom));
  const books = partial ? new Books({ book, economy, random: viewRandom, regime, words: {}, sight }) : undefined;
  const sheet = new TransferSheet(book, clock.seconds, books);
  const scale = scaleFor(transfers);
  const { disguise } = regime;
  const stage: Stage = { book, clock, economy, geography, people, random, sheet, scale, regime, stress, disguise };
  return { stage, life: undefined, books, nameAll: () => book.nameAll(random) };
}
