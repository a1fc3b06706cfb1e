import { type CaseDocument, type LeadDocument } from '../../src/disclosure/document/index.js';

/** How large a made-up case is, and what its texts say. */
export interface MadeCase {
  /** Default 1. */
  readonly leads?: number;
  /** Of each lead. Defaults 8 and 200. */
  readonly operators?: number;
  readonly transfers?: number;
  /** Put into every text that comes from files: accounts, institutions, countries, places, file names. Default nothing. */
  readonly hostile?: string;
  /** Default true. Without, no transfer has a country or place. */
  readonly places?: boolean;
  /** Default true. Without, transfers are only in order. */
  readonly clock?: boolean;
}

const ROLES = ['collector', 'pass-through', 'coordinator', 'value-transfer', 'journey-service', 'operator'] as const;
const COUNTRIES = ['NG', 'NE', 'LY', 'IT', 'TN'];
const DAY = 86_400;

/** A whole case with every field filled: nothing in it was measured, and sums agree with its transfers. Same wish, same case. */
export function madeCase(wish: MadeCase = {}): CaseDocument {
  const { leads = 1, transfers = 200, clock = true } = wish;
  const made = Array.from({ length: leads }, (_, i) => madeLead(i, wish));
  const ids = made.flatMap(({ findings, lead }) => findings.map((finding) => ({ finding, lead })));
  return {
    format: 2,
    notice: 'Leads, not proof.',
    smallestGroup: 3,
    data: {
      transfers: leads * transfers + 1000,
      accounts: 500,
      precision: clock ? 'second' : 'order',
      period: clock ? { first: '2024-01-01T00:00:00Z', last: '2024-06-30T23:59:59Z' } : null,
      months: clock
        ? ['2024-01', '2024-02', '2024-04'].map((month) => ({
            month,
            currency: 'EUR',
            transfers: 40,
            amount: '1234.50',
          }))
        : [],
      corridors:
        wish.places === false ? [] : [corridor('NG', 'IT', 12), corridor('LY', 'IT', 5), corridor('IT', 'IT', 40)],
    },
    leads: made,
    unnamed: { weak: [{ meanScore: 2.4, feeFlow: false, accounts: 4 }], setAside: [], withheld: 0 },
    closest: {
      group: { accounts: 4, score: 2.4, needed: 3 },
      lacking: ['The strongest group that is no lead has a mean evidence weight of 2.40; a second look takes 3.00.'],
      columns: [{ column: 'places', allows: ['funnel accounts', 'structured deposits'] }],
    },
    findings: ids.map(({ finding, lead }, i) => ({
      finding,
      lead,
      typology: 'fan-in',
      title: 'Fan-in',
      version: 1,
      status: i % 3 === 2 ? 'explained' : 'fired',
      countClass: 'primary',
      family: 'structure',
      strength: 1,
      contextOnly: false,
      sentence: 'Several accounts pay one within a short time.',
      accounts: [],
      unnamedSubjects: 0,
      payers: 7,
      receivers: 1,
      measured: [
        { name: 'senders', value: 7, unit: 'count', threshold: 5 },
        { name: 'received', value: '700.00', unit: 'money', currency: 'EUR' },
      ],
      alternatives: [
        { id: 'A01', title: 'Savings club', outcome: 'notPassed', reason: 'Nothing goes back in turn.' },
        { id: 'A05', title: 'Shop', outcome: 'notEvaluable', reason: 'Channels are not in the data.' },
        { id: 'A07', title: 'Landlord', outcome: i % 3 === 2 ? 'passed' : 'notPassed', reason: 'Rents are regular.' },
      ],
      evidence: [{ file: `bank${wish.hostile ?? ''}.csv`, lines: [2, 3, 4] }],
    })),
    detectors: [
      {
        id: 'fan-in',
        title: 'Fan-in',
        question: 'Do several accounts pay one within a short time?',
        fired: 3,
        explained: 1,
        inLeads: 2,
        missing: null,
        stoppedBy: null,
      },
      {
        id: 'funnel-account',
        title: 'Funnel account',
        question: 'Is money handed in at many places and taken out at another?',
        fired: 0,
        explained: 0,
        inLeads: 0,
        missing: ['places'],
        stoppedBy: null,
      },
    ],
    protectionConcerns: [],
    ...(clock ? { activity: madeActivity(made) } : {}),
    hubs: [],
    notEvaluable: [{ typology: 'funnel-account', missing: ['places'] }],
    incomplete: [],
    remarks: [],
  };
}

/** Operators that are paid on Wednesdays and Saturdays and pay a day later, and five others of whom less is told. */
function madeActivity(leads: readonly LeadDocument[]): NonNullable<CaseDocument['activity']> {
  const days = Array.from({ length: 26 }, (_, week) => [2, 3, 5, 6].map((day) => 7 * week + day)).flat();
  return {
    start: '2024-01-01',
    accounts: leads.flatMap(({ lead, operators }) =>
      operators.slice(0, 20).map(({ accounts }, i) => ({
        accounts,
        lead,
        days: days.filter((day) => i % 2 === 0 || day < 80),
        received: days.filter((day) => i % 2 === 0 || day < 80).map((_, at) => (at % 2 === 0 ? 1 + (i % 3) : 0)),
        paid: days.filter((day) => i % 2 === 0 || day < 80).map((_, at) => at % 2),
      })),
    ),
    leftOut: 0,
    others: {
      accounts: 5,
      began: [{ first: 3, last: 12, count: 5 }],
      ended: [{ first: 100, last: 110, count: 5 }],
      received: [
        { first: 3, last: 50, count: 8 },
        { first: 51, last: 110, count: 9 },
      ],
    },
  };
}

function madeLead(lead: number, wish: MadeCase): LeadDocument {
  const { operators = 8, transfers = 200, hostile = '', places = true, clock = true } = wish;
  const draw = generator(lead + 1);
  const id = `C${String(lead + 1).padStart(3, '0')}`;
  const findings = [0, 1, 2].map((i) => `F${String(lead * 3 + i + 1).padStart(5, '0')}`);
  const none = Array.from({ length: transfers }, () => -1);
  const ends = Array.from({ length: transfers }, (_, i) => {
    const kind = draw(10);
    const one = draw(operators);
    if (kind < 6) return { from: -1, to: one };
    if (kind < 9) return { from: one, to: (one + 1 + draw(operators - 1)) % operators };
    return { from: one, to: i % 2 === 0 ? -2 : -1 };
  });
  const amounts = ends.map(() => 10_000 + draw(200_000));
  const sumOf = (holds: (end: { from: number; to: number }) => boolean): { currency: string; amount: string }[] => {
    const minor = amounts.reduce((sum, amount, i) => (holds(ends[i]!) ? sum + amount : sum), 0);
    return minor === 0 ? [] : [{ currency: 'EUR', amount: (minor / 100).toFixed(2) }];
  };
  const total = (holds: (end: { from: number; to: number }) => boolean): string => sumOf(holds)[0]?.amount ?? '0.00';
  const country = (i: number): number => (places ? i % COUNTRIES.length : -1);
  return {
    lead: id,
    level: lead === 0 ? 'strong' : 'second-look',
    score: 5 - lead * 0.1,
    feeFlow: true,
    bias: -0.4,
    parts: [
      {
        name: 'co-feeders',
        source: 'score',
        side: 'for',
        weight: 2.1,
        sentence: 'Four others who gather feed the same account.',
      },
      { name: 'bursts', source: 'score', side: 'for', weight: 1.1, sentence: 'Receipts come in bursts.' },
      {
        name: 'ordinary-life',
        source: 'score',
        side: 'against',
        weight: -0.5,
        sentence: '40 % of what leaves goes to businesses.',
      },
      {
        name: 'payers',
        source: 'fee-flow',
        side: 'for',
        weight: 4.6,
        sentence: '17 of 19 payers paid what is exceptional for them.',
      },
    ],
    missing: ['wages'],
    reduced: [],
    narrative: ['Who.', 'What.', 'When.', 'Where.', 'How.'],
    operators: Array.from({ length: operators }, (_, i) => ({
      accounts: [
        { institution: `BANK${String(i % 3)}${hostile}`, account: `${id}-ACC-${String(i).padStart(4, '0')}${hostile}` },
      ],
      rule: 'O1',
      ruleText: 'gathers',
      score: 5 - i * 0.001,
      role: { role: ROLES[i % ROLES.length]!, label: `possible ${ROLES[i % ROLES.length]!}`, reasons: ['Ten payers.'] },
      runnerUp: null,
      country: places ? COUNTRIES[i % COUNTRIES.length]! + hostile : null,
      received: sumOf(({ to }) => to === i),
      paid: sumOf(({ from }) => from === i),
      first: '2024-01-01',
      last: '2024-06-29',
      counterparties: 12,
    })),
    companions: 1,
    senders: { operators: operators - 1, protectedPayers: 40, alsoPaidBack: 5 },
    protectedPayers: {
      count: 40,
      ...(places ? { places: 3 } : {}),
      needsReview: {},
      byCountry: places
        ? [
            { country: 'NG' + hostile, count: 20 },
            { country: 'NE' + hostile, count: 9 },
          ]
        : [],
      byOperator: Array.from(
        { length: operators },
        (_, i) => new Set(ends.flatMap((end, k) => (end.from === -1 && end.to === i ? [k] : []))).size,
      ),
    },
    transferCount: transfers,
    paidIn: sumOf(({ from }) => from === -1),
    moved: sumOf(({ from, to }) => from >= 0 && to >= 0),
    paidOut: sumOf(({ from, to }) => from >= 0 && to < 0),
    held: [{ rule: 'fifo', sums: [{ currency: 'EUR', amount: '12.50' }] }],
    money: [
      {
        currency: 'EUR',
        exceptional: total(({ from }) => from === -1),
        toCounted: '0.00',
        arrived: total(({ from }) => from === -1),
        otherIn: '0.00',
        movedPaid: total(({ from, to }) => from >= 0 && to >= 0),
        movedReceived: total(({ from, to }) => from >= 0 && to >= 0),
        onward: total(({ from, to }) => from >= 0 && to < 0),
        otherOut: '0.00',
        inCash: '0.00',
        paidBack: total(({ from, to }) => from >= 0 && to === -1),
        toOtherLeads: '0.00',
        elsewhere: total(({ from, to }) => from >= 0 && to === -2),
      },
    ],
    sameAmounts: [{ currency: 'EUR', amount: '4500.00', payments: 24, of: 60, payers: 20 }],
    corridors: places ? [corridor('NG' + hostile, 'IT' + hostile, 12)] : [],
    first: '2024-01-01',
    last: '2024-06-29',
    stability: { runs: 20, meanJaccard: 0.9, appearsIn: 18 },
    typologies: ['fan-in'],
    findings,
    currencies: ['EUR'],
    channels: ['cash', 'wire'],
    places: places ? COUNTRIES.map((code) => code + hostile) : [],
    files: [`bank${hostile}.csv`],
    transfers: {
      start: clock ? '2024-01-01T00:00:00Z' : null,
      seconds: ends.map((_, i) => (clock ? Math.floor((i * 180 * DAY) / transfers) : i)),
      from: ends.map(({ from }) => from),
      to: ends.map(({ to }) => to),
      amount: amounts.map((minor) => (minor / 100).toFixed(2)),
      currency: ends.map(() => 0),
      channel: ends.map((_, i) => (i % 5 === 0 ? -1 : i % 2)),
      countryFrom: ends.map((_, i) => country(i)),
      countryTo: ends.map((_, i) => country(i + 1)),
      placeFrom: none,
      placeTo: none,
      file: ends.map(() => 0),
      line: ends.map((_, i) => i + 2),
      findings: ends.map((_, i) => (i % 4 === 0 ? [] : [i % 3])),
    },
  };
}

function corridor(from: string, to: string, transfers: number): CaseDocument['data']['corridors'][number] {
  return { from, to, transfers, sums: [{ currency: 'EUR', amount: `${String(transfers * 100)}.00` }] };
}

/** Whole numbers below a bound, the same for the same seed. */
function generator(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
