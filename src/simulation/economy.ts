import { type RandomSource } from '../foundation/index.js';
import { type AccountBook } from './account-book.js';
import { zipfRank } from './draws.js';
import { type PayeeKind } from './payees.js';
import { type People } from './people.js';

/** How cash is handed in and out where a town has more than one counter. */
export interface DeskPlan {
  readonly random: RandomSource;
  /** The town whose counters serve a town: itself, or one for all. */
  readonly placeOf: (town: number) => number;
  /** How many counters a town has. */
  readonly countAt: (town: number) => number;
}

/** Payees of one kind in a country: one for each of its largest towns. */
const PAYEES_PER_KIND = 4;

/** Businesses and offices of one country, most popular first. */
interface CountryBusinesses {
  readonly shops: readonly number[];
  readonly employers: readonly number[];
  readonly landlords: readonly number[];
  readonly utilities: readonly number[];
  readonly wholesalers: readonly number[];
  readonly office: number;
  readonly university: number;
}

/** Everything in the world that is not a person: shops, employers, landlords, utilities, offices, bank counters. */
export class Economy {
  readonly online: readonly number[];
  readonly #book: AccountBook;
  readonly #countries = new Map<string, CountryBusinesses>();
  readonly #shopsOfTown = new Map<number, number[]>();
  readonly #desks = new Map<number, number[]>();
  readonly #deskPlan: DeskPlan | undefined;
  readonly #payees = new Map<string, number[]>();
  readonly #smallFirms: number[] = [];

  /** @param deskPlan omitted: one counter in every town */
  constructor(book: AccountBook, people: People, random: RandomSource, deskPlan?: DeskPlan) {
    this.#book = book;
    this.#deskPlan = deskPlan;
    const { geography } = book;
    const population = new Map<string, number>();
    for (let person = 0; person < people.count; person++) {
      const code = book.countryOf(person);
      population.set(code, (population.get(code) ?? 0) + 1);
    }
    const capital = (code: string): number => geography.townsOf(code)[0]!;
    const anyTown = (code: string): number => {
      const towns = geography.townsOf(code);
      return towns[zipfRank(random, towns.length)]!;
    };
    const open = (count: number, town: () => number): number[] =>
      Array.from({ length: Math.ceil(count) }, () => book.open(town()));
    for (const code of geography.countryCodes()) {
      const persons = population.get(code) ?? 0;
      const town = (): number => anyTown(code);
      const shops = open(3 + persons / 7, town);
      for (const shop of shops) this.#shopsIn(book.townOf(shop)).push(shop);
      this.#countries.set(code, {
        shops,
        employers: open(1 + persons / 35, town),
        landlords: open(1 + persons / 12, town),
        utilities: open(2 + Math.min(3, persons / 2000), () => capital(code)),
        wholesalers: open(1 + persons / 400, town),
        office: book.open(capital(code)),
        university: book.open(capital(code)),
      });
    }
    this.online = open(4 + people.count / 400, () => capital('NL'));
  }

  in(code: string): CountryBusinesses {
    return this.#countries.get(code)!;
  }

  /** Businesses of the country where the account's holder lives. */
  around(account: number): CountryBusinesses {
    return this.in(this.#book.countryOf(account));
  }

  /** Where somebody shops: mostly in town, else in the country or online; popular shops far more often than others. */
  shopFor(person: number, random: RandomSource): number {
    const uniform = random();
    const local = uniform < 0.62 ? this.#shopsOfTown.get(this.#book.townOf(person)) : undefined;
    const shops = local ?? (uniform < 0.88 ? this.around(person).shops : this.online);
    return shops[zipfRank(random, shops.length)]!;
  }

  /**
   * A counter through which a town's cash without a named depositor goes in and out: its only one, or one of several
   * cash machines, agents or hot wallets, the first far busier than the last.
   */
  counter(town: number): number {
    const plan = this.#deskPlan;
    const place = plan === undefined ? town : plan.placeOf(town);
    let desks = this.#desks.get(place);
    if (desks === undefined) this.#desks.set(place, (desks = []));
    const rank = plan === undefined ? 0 : zipfRank(plan.random, plan.countAt(place));
    while (desks.length <= rank) desks.push(this.#book.open(place, 'desk'));
    return desks[rank]!;
  }

  /** Every counter that was ever used, by town. */
  desks(): readonly number[] {
    return [...this.#desks.values()].flat();
  }

  /** Every business and office, those first opened first. */
  firms(): readonly number[] {
    const firms = [...this.online];
    for (const {
      shops,
      employers,
      landlords,
      utilities,
      wholesalers,
      office,
      university,
    } of this.#countries.values()) {
      firms.push(...shops, ...employers, ...landlords, ...utilities, ...wholesalers, office, university);
    }
    return [...firms, ...[...this.#payees.values()].flat(), ...this.#smallFirms];
  }

  /** Opens the account of a firm that belongs to a story, and does business like every other firm besides. */
  openSmallFirm(town: number): number {
    const account = this.#book.open(town);
    this.#smallFirms.push(account);
    return account;
  }

  /**
   * A public payee or large firm of a kind in a country, from a few there are, the first far more often than the last.
   * Opened when first asked for; whoever asks shares them with everybody else.
   */
  payee(kind: PayeeKind, code: string, random: RandomSource): number {
    const key = `${kind} ${code}`;
    let known = this.#payees.get(key);
    if (known === undefined) this.#payees.set(key, (known = []));
    const towns = this.#book.geography.townsOf(code);
    const rank = zipfRank(random, Math.min(PAYEES_PER_KIND, towns.length));
    while (known.length <= rank) known.push(this.#book.open(towns[known.length]!));
    return known[rank]!;
  }

  #shopsIn(town: number): number[] {
    let shops = this.#shopsOfTown.get(town);
    if (shops === undefined) this.#shopsOfTown.set(town, (shops = []));
    return shops;
  }
}
