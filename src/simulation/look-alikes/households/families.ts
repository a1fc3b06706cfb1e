import { between, chance, pick, wholeBetween } from '../../draws.js';
import { type Stage } from '../../stage.js';
import { DAY_SECONDS } from '../../world-clock.js';
import { inSeason, payingDays, waiting } from '../story/calendar.js';
import { passInRuns, passOnDays, passWhenEnough } from '../story/passing-on.js';
import { drawPrices, logBetween } from '../story/prices.js';
import { Story } from '../story/story.js';

/**
 * Families pool for a house: kin from several towns send large sums once or twice to the couple who buys, who pay a notary
 * and a builder. Several families build with the same builder.
 */
export function plantHousePools(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const buyers = story.persons(story.several(2, 6));
  if (buyers.length < 2) return [];
  const builder = story.principal(story.anotherTown(), 0.5);
  const notary = story.payee('notary');
  for (const buyer of buyers) {
    const sum = drawPrices(story, 800, 9000);
    const day = inSeason(story, 5, 120);
    for (const relative of story.customers(story.several(3, 12), story.townOf(buyer))) {
      for (let times = chance(random, 0.3) ? 2 : 1; times > 0; times--) story.collect(relative, buyer, sum(), day());
    }
    const toBuilder = between(random, 0.4, 1);
    passWhenEnough(story, buyer, {
      to: () => (chance(random, toBuilder) ? builder : notary),
      keep: between(random, 0, 0.1),
      minor: logBetween(random, 200_000, 1_500_000),
      hours: waiting(story, 5, 300),
    });
  }
  return [builder, notary, ...buyers];
}

/**
 * Families help one of theirs to travel with a visa: aunts and cousins send money to the one who arranges it, and airline,
 * visa office, insurer and school are paid. All of it is what it says.
 */
export function plantKinTravel(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const arrangers = story.persons(story.several(2, 8));
  if (arrangers.length < 2) return [];
  const airline = story.payee('airline');
  const visaOffice = story.firm(stage.geography.townsOf(story.country)[0]);
  const others = [story.payee('insurer'), story.payee('school'), airline];
  for (const arranger of arrangers) {
    const gift = drawPrices(story, 100, 2000);
    const day = inSeason(story, 5, 45);
    for (const relative of story.customers(story.several(3, 12), story.townOf(arranger)))
      story.collect(relative, arranger, gift(), day());
    const toVisa = between(random, 0.1, 0.4);
    passInRuns(story, arranger, {
      to: () => (chance(random, toVisa) ? visaOffice : chance(random, 0.7) ? airline : pick(random, others)),
      keep: between(random, 0, 0.15),
      hours: waiting(story, 10, 250),
    });
  }
  return [visaOffice, airline, ...arrangers];
}

/**
 * People who came and pay back what kin lent them: every month or so a stable sum to an uncle, who lent to several of
 * them; it ends by itself when the debt is paid, and the uncle puts it into his own house.
 */
export function plantKinDebt(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const uncle = story.person(
    chance(random, 0.6) ? story.townIn(pick(random, ['TR', 'PK', 'IQ', 'SN', 'MX', 'ET'])) : story.town,
  );
  if (uncle < 0) return [];
  for (const debtor of story.customers(story.several(2, 7))) {
    const usual = drawPrices(story, 80, 600)();
    const rhythm = between(random, 20, 45);
    let left = usual * wholeBetween(random, 4, 24);
    for (
      let day = between(random, -30, 60);
      day < stage.clock.days && left > 0;
      day += rhythm * between(random, 0.8, 1.2)
    ) {
      const minor = Math.min(left, Math.round((usual * between(random, 0.9, 1.1)) / 100) * 100);
      left -= minor;
      story.collect(debtor, uncle, minor, day);
    }
  }
  const builder = chance(random, 0.5)
    ? story.principal(story.townOf(uncle), 0.6)
    : pick(random, stage.economy.around(uncle).shops);
  passOnDays(story, uncle, {
    to: builder,
    keep: between(random, 0.2, 0.9),
    days: payingDays(story, between(random, 20, 70)),
  });
  return [uncle];
}

/** Students kept by several kin: large sums before each term from aunts and grandparents, tuition and a room go out. */
export function plantSupportedStudents(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const students = story.persons(story.several(2, 6));
  if (students.length < 2) return [];
  const university = story.payee('university');
  const dormitory = pick(random, stage.economy.in(story.country).landlords);
  for (const student of students) {
    stage.people.setLife(student, 'student');
    const gift = drawPrices(story, 150, 1800);
    const rhythm = logBetween(random, 25, 120);
    for (const relative of story.customers(story.several(2, 6))) {
      for (let day = between(random, 0, rhythm); day < stage.clock.days; day += rhythm * between(random, 0.8, 1.2)) {
        if (chance(random, 0.8)) story.collect(relative, student, gift(), day);
      }
    }
    passOnDays(story, student, {
      to: () => (chance(random, 0.6) ? university : dormitory),
      keep: between(random, 0.05, 0.4),
      days: payingDays(story, between(random, 12, 60)),
    });
  }
  return [university, ...students];
}

/** Heirs: an executor sells what somebody left to several buyers and pays each heir a share; once in a life. */
export function plantExecutors(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const executor = story.person();
  if (executor < 0) return [];
  const day = inSeason(story, 10, 120);
  const price = drawPrices(story, 80, 7000);
  for (const buyer of story.customers(story.several(3, 14))) story.collect(buyer, executor, price(), day());
  const heirs = story.persons(story.several(2, 5));
  if (heirs.length === 0) return [];
  const settled = Math.floor(between(random, 0.5, 1) * stage.clock.days) * DAY_SECONDS;
  const total = story.held(executor, settled);
  for (const heir of heirs)
    story.pass(executor, heir, total / (heirs.length + 1), settled + Math.floor(random() * 3 * DAY_SECONDS));
  return [executor, ...heirs];
}
