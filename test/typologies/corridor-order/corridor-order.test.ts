import { describe, expect, it } from 'vitest';
import { CHOICE, type Finding } from '../../../src/evidence/index.js';
import { DAY_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { type Corridor, type DetectionContext, DETECTORS, runDetector } from '../../../src/typologies/index.js';
import { CORRIDORS } from '../../../src/typologies/corridor-order/corridors.js';
import { contextOf, type ContextOptions } from '../../support/detection-context.js';
import { pay } from '../../support/detector-examples/pay.js';
import { findingsOf } from '../../support/detector-contract.js';

const START = 1_700_000_000_000;
const DETECTOR = DETECTORS.find(({ id }) => id === 'corridor-order')!;
const ROUTE = ['GR', 'MK', 'RS', 'HU'];

interface Told extends ContextOptions {
  readonly parameters?: Readonly<Record<string, number>>;
  readonly corridors?: readonly Corridor[];
}

function context(transfers: readonly TransferInput[], { corridors, ...options }: Told = {}): DetectionContext {
  return { ...contextOf(transfers, options), ...(corridors === undefined ? {} : { corridors }) };
}

function fired(transfers: readonly TransferInput[], told: Told = {}): readonly Finding[] {
  const run = runDetector(context(transfers, told), DETECTOR, told.parameters);
  return findingsOf(run).filter(({ status }) => status === 'fired');
}

function measuredOf(finding: Finding | undefined): Map<string, number | string> {
  return new Map((finding?.measured ?? []).map(({ name, value }) => [name, value]));
}

interface Along {
  readonly families?: number;
  readonly route?: readonly string[];
  readonly gapDays?: number;
  /** Who is paid at which leg. Default the same account. */
  readonly to?: (leg: number) => string;
  readonly more?: Partial<TransferInput>;
}

/** Families that start a day apart and pay at each country of a route in turn. */
function along({
  families = 3,
  route = ROUTE,
  gapDays = 6,
  to = () => 'account',
  more = {},
}: Along = {}): TransferInput[] {
  return Array.from({ length: families }, (_, family) =>
    route.map((country, leg) =>
      pay(`family-${family}>${to(leg)}`, START + (family + gapDays * leg) * DAY_MS, '1500.00', {
        countryFrom: country,
        countryTo: 'JP',
        ...more,
      }),
    ),
  ).flat();
}

const collectors = (leg: number): string => `collector-${leg}`;

describe('the corridors of the library', () => {
  it('have ids, versions and sources, and each country at one position', () => {
    expect(new Set(CORRIDORS.map(({ id }) => id)).size).toBe(CORRIDORS.length);
    for (const { id, version, asOf, positions, source } of CORRIDORS) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/u);
      expect(version).toBe(1);
      expect(asOf).toBeGreaterThan(2000);
      expect(source.title.length).toBeGreaterThan(10);
      const countries = positions.flat();
      expect(new Set(countries).size).toBe(countries.length);
      expect(positions.every((codes) => codes.some((code) => /^[A-Z]{2}$/u.test(code)))).toBe(true);
      expect(countries.filter((code) => code.length === 3).length * 2).toBe(countries.length);
    }
  });

  it('write the Western Balkans in the order of travel', () => {
    const { positions } = CORRIDORS.find(({ id }) => id === 'western-balkans')!;
    const twoLetters = positions.map((codes) => codes.filter((code) => code.length === 2).join(','));
    expect(twoLetters).toEqual(['GR', 'MK,AL', 'RS,BA', 'HU,HR,RO', 'AT', 'DE']);
  });
});

describe('families that pay along a corridor', () => {
  it('make a finding with corridor, gamma, coverage and p, and nothing of a single family', () => {
    const [finding, ...others] = fired(along());
    expect(others).toEqual([]);
    const measured = measuredOf(finding);
    expect(measured.get('corridor western-balkans (version 1) positions')).toBe(6);
    expect(measured.get('pairsWithinFamilies')).toBe(18);
    expect(measured.get('gamma')).toBe(1);
    expect(measured.get('coverage')).toBeCloseTo(4 / 6);
    expect(Number(measured.get('chance'))).toBeLessThan(0.001);
    expect([...measured.keys()].filter((name) => /family/u.test(name))).toEqual([]);
    expect([finding?.countClass, finding?.contextOnly, finding?.payers.length]).toEqual(['low', true, 3]);
  });

  it('need three families', () => {
    expect(fired(along({ families: 2, route: ['GR', 'MK', 'RS', 'HU', 'AT', 'DE'], gapDays: 4 }))).toEqual([]);
  });

  it('need three positions: countries of one position have no order', () => {
    expect(fired(along({ families: 9, route: ['GR', 'MK', 'AL'] }))).toEqual([]);
    expect(fired(along({ families: 9, route: ['GR', 'MK', 'RS'] })).length).toBe(1);
  });

  it('must pay within thirty days, inclusive', () => {
    const three = { families: 9, route: ['GR', 'MK', 'RS'] };
    const later = (ms: number): TransferInput[] =>
      along({ ...three, gapDays: 30 }).map((one, i) => ({ ...one, timeMs: one.timeMs + ms * (i % 3) }));
    expect(fired(later(0)).length).toBe(1);
    expect(fired(later(1))).toEqual([]);
  });

  it('go the other way without a finding', () => {
    expect(fired(along({ families: 9, route: [...ROUTE].reverse() }))).toEqual([]);
  });

  it('need gamma of a half: three pairs forward for each that goes back are enough, two are not', () => {
    const mixed = (back: number): TransferInput[] =>
      along({ families: 12, route: ['GR', 'MK', 'RS'] }).map((one) => {
        const family = Number(/\d+/u.exec(one.payer as string)![0]);
        const turned = family < back ? { GR: 'RS', RS: 'GR', MK: 'MK' }[one.countryFrom!]! : one.countryFrom!;
        return { ...one, countryFrom: turned };
      });
    // (9 - 3) / 12 = 0.5; (8 - 4) / 12 = 0.33.
    expect(measuredOf(fired(mixed(3))[0]).get('gamma')).toBe(0.5);
    expect(fired(mixed(4))).toEqual([]);
  });

  it('say nothing where chance does as well: three families with three legs do so once in 216', () => {
    expect(fired(along({ route: ['GR', 'MK', 'RS'] })).length).toBe(1);
    const two = along({ families: 3, route: ['GR', 'MK'] });
    const third = along({ families: 4, route: ['MK', 'RS'] }).filter(({ payer }) => payer === 'family-3');
    // Four families with two legs: once in 16.
    expect(fired([...two, ...third])).toEqual([]);
  });

  it('have no order at one instant', () => {
    expect(fired(along({ families: 9, gapDays: 0 }))).toEqual([]);
  });

  it('are looked at with codes of three letters and in small ones', () => {
    const written = ['GRC', ' mkd ', 'srb', 'HUN'];
    expect(fired(along({ route: written })).length).toBe(1);
  });

  it('are not looked at by card, nor hubs', () => {
    expect(fired(along({ more: { channel: 'card' } }))).toEqual([]);
    expect(fired(along(), { hubs: ['family-0'] })).toEqual([]);
    expect(fired(along(), { hubs: ['account'] })).toEqual([]);
  });
});

describe('who is paid', () => {
  it('may be several accounts that the same families pay in turn', () => {
    const [finding, ...others] = fired(along({ families: 4, to: collectors }));
    expect(others).toEqual([]);
    expect(finding?.subjects.length).toBe(4);
    expect(measuredOf(finding).get('pairsWithinFamilies')).toBe(24);
  });

  it('may be accounts that feed one, which need not be paid itself', () => {
    // Each family pays each account thrice, so that nothing is paid in stages; the accounts send all to a keeper.
    const paid = [0, 0.25, 0.5].flatMap((shift) =>
      along({ families: 4, to: collectors }).map((one) => ({ ...one, timeMs: one.timeMs + shift * DAY_MS })),
    );
    const fed = ROUTE.map((_, leg) =>
      pay(`${collectors(leg)}>keeper`, START + 60 * DAY_MS, '18000.00', { countryFrom: 'JP', countryTo: 'JP' }),
    );
    expect(fired(paid)).toEqual([]);
    const [finding, ...others] = fired([...paid, ...fed]);
    expect(others).toEqual([]);
    expect(finding?.subjects.length).toBe(4);
  });

  it('is one account where one does so by itself', () => {
    const both = [...along(), ...along({ to: () => 'other' })];
    expect(fired(both).map(({ subjects }) => subjects.length)).toEqual([1, 1]);
  });
});

describe('receipts and pay-outs of an account whose families stay where they are', () => {
  /** Three families pay in Nigeria, the account pays out in Libya and then in Italy. */
  const relay = (families: number): TransferInput[] => [
    ...Array.from({ length: families }, (_, i) =>
      pay(`family-${i}>account`, START + i * DAY_MS, '900.00', { countryFrom: 'NG', countryTo: 'NG' }),
    ),
    ...['LY', 'LY', 'IT', 'IT'].map((country, i) =>
      pay(`account>receiver-${i}`, START + (10 + i) * DAY_MS, '600.00', { countryFrom: 'NG', countryTo: country }),
    ),
  ];

  it('are compared all with all', () => {
    const measured = measuredOf(fired(relay(3))[0]);
    expect(measured.get('corridor central-med (version 1) positions')).toBe(3);
    // 3 x 4 from Nigeria on, and 2 x 2 from Libya to Italy.
    expect(measured.get('pairsOfAll')).toBe(16);
    expect(measured.get('coverage')).toBe(1);
  });

  it('need three families that pay', () => {
    expect(fired(relay(2))).toEqual([]);
  });

  it('leave out what is paid out by card', () => {
    const cards = relay(3).map((one) => (one.payer === 'account' ? { ...one, channel: 'card' as const } : one));
    expect(fired(cards)).toEqual([]);
  });
});

describe('what is missing', () => {
  const missingOf = (transfers: readonly TransferInput[]): readonly string[] => {
    const { detection } = runDetector(context(transfers), DETECTOR);
    return detection.status === 'notEvaluable' ? detection.missing : [];
  };

  const without = (column: string): TransferInput[] =>
    along().map(
      (one) => Object.fromEntries(Object.entries(one).filter(([name]) => name !== column)) as unknown as TransferInput,
    );

  it('is said: times, countries of receipts, countries of pay-outs', () => {
    expect(missingOf(along().map((one) => ({ ...one, precision: 'order' as const })))).toEqual(['time']);
    expect(missingOf(without('countryFrom'))).toEqual(['countryFrom']);
    expect(missingOf(without('countryTo'))).toEqual(['countryTo']);
  });

  it('is said where fewer than four in five rows have a country', () => {
    const some = (of: number): TransferInput[] =>
      along({ families: 5 }).map(({ countryFrom, ...one }, i) =>
        i < of ? one : { ...one, countryFrom: countryFrom! },
      );
    expect(missingOf(some(4))).toEqual([]);
    expect(missingOf(some(5))).toEqual(['countryFrom']);
  });

  it('is said where no country is on a corridor, as names in words are not', () => {
    expect(missingOf(along({ route: ['Greece', 'Serbia', 'Hungary'] }))).toEqual([
      'countries of a corridor, as ISO 3166-1 codes',
    ]);
  });
});

describe('a corridor of the user', () => {
  const own: Corridor = {
    id: 'own',
    version: 7,
    asOf: 2026,
    positions: [['IQ'], ['TR'], ['GR'], ['IT']],
    note: '',
    source: CHOICE,
  };
  const route = ['IQ', 'TR', 'GR', 'IT'];

  it('is looked for beside those of the library, and the finding says its version', () => {
    expect(fired(along({ route }))).toEqual([]);
    const [finding] = fired(along({ route }), { corridors: [own] });
    expect(finding?.measured[0]?.name).toBe('corridor own (version 7) positions');
    expect(fired(along(), { corridors: [own] }).length).toBe(1);
  });

  it('takes the place of one of the same id', () => {
    const turned = { ...own, id: 'western-balkans', positions: [['HU'], ['RS'], ['MK']] };
    expect(fired(along(), { corridors: [turned] })).toEqual([]);
  });

  it.each([
    ['an id with blanks', { id: 'own way' }],
    ['one position', { positions: [['IQ']] }],
    ['a position without a country', { positions: [['IQ'], [], ['IT']] }],
    ['a country at two positions', { positions: [['IQ'], ['TR'], ['IQ']] }],
  ])('is refused with %s', (_, wrong) => {
    expect(() => fired(along(), { corridors: [{ ...own, ...wrong }] })).toThrow(
      expect.objectContaining({ code: 'corridor' }) as Error,
    );
  });
});

describe('bounds', () => {
  it('leave open what needs more steps, and say so', () => {
    const { detection } = runDetector(context(along()), DETECTOR, { maxSteps: 1000 });
    expect(detection.status === 'evaluated' && detection.findings.items).toEqual([]);
    expect(detection.status === 'evaluated' && detection.findings.stoppedBy).toBe('maxSteps 1000');
    expect(detection.status === 'evaluated' && detection.remarks[0]).toMatch(/^1 units? /u);
  });

  it('count what was tested: one order in a file of many without any may be chance', () => {
    const tested = Array.from({ length: 200 }, (_, i) =>
      along({ route: ['RS', 'GR', 'MK'], to: () => `other-${i}` }).map((one) => ({
        ...one,
        payer: `${i}-${one.payer as string}`,
      })),
    ).flat();
    const weak = along({ route: ['GR', 'MK', 'RS'] });
    expect(fired(weak).length).toBe(1);
    expect(fired([...weak, ...tested])).toEqual([]);
    expect(fired([...along({ families: 6 }), ...tested]).length).toBe(1);
  });
});
