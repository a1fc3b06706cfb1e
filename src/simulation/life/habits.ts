/**
 * What ordinary people's money does in some books. Shares are 0..1 of persons; counts are a month's of a person with an
 * average life, and differ widely between persons.
 */
export interface Habits {
  /** Share of workers with an employer whose wage is paid in these books. */
  readonly wages: number;
  /** Of these, shares paid every fortnight and every week; the rest by month. */
  readonly fortnightly: number;
  readonly weekly: number;
  /** Share of workers who live on odd jobs, and on a small trade of their own. */
  readonly oddJobs: number;
  readonly traders: number;
  /** Purchases. */
  readonly purchases: number;
  /** Cash taken out or brought in at a counter, machine, agent or exchange. */
  readonly cash: number;
  /** Payments among friends and neighbours. */
  readonly friends: number;
  /** Share of these that go to or come from an account which is seen hardly ever again. */
  readonly strangers: number;
  /** Share who send money to relatives elsewhere again and again. */
  readonly relatives: number;
  /** Share of relatives who live in another country. */
  readonly abroad: number;
  /** Regular bills: energy, telephone, insurance. */
  readonly bills: number;
  readonly rent: number;
  /** Share with a second account of their own for savings. */
  readonly savings: number;
  /** Share who feed the account from a bank account of theirs elsewhere. */
  readonly topUps: number;
  /** Something large that comes once: a share of persons a year. */
  readonly large: number;
  /** Share of the file that firms' dealings with each other take. */
  readonly firms: number;
}

/** Habits, and how much busier than they say everybody is. */
export interface Pace {
  readonly habits: Habits;
  /** 1 = as the habits have it. */
  readonly pace: number;
}
