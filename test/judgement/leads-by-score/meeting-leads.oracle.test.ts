import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureFacts } from '../../../src/features/index.js';
import { type Account } from '../../../src/foundation/index.js';
import { SCORE_DEFAULTS } from '../../../src/judgement/index.js';
import { findConduits } from '../../../src/judgement/convergence/conduits.js';
import { meetingLeads } from '../../../src/judgement/leads-by-score/meeting-leads.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { livesOrdinarily, pays, paysOften, storyOf } from '../../support/fee-stories.js';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];

/** Families pay three accounts, and money goes on among nine. */
const transfersArbitrary = fc
  .array(
    fc.record({
      payer: fc.constantFrom(...NAMES),
      beneficiary: fc.constantFrom(...NAMES),
      amount: fc.constantFrom(100, 500, 900),
      day: fc.integer({ min: 31, max: 60 }),
    }),
    { minLength: 4, maxLength: 20 },
  )
  .map((passed): TransferInput[] => [
    ...['a', 'b', 'c'].flatMap((collector) =>
      [0, 1, 2].flatMap((n) => {
        const family = `family ${collector}${n}`;
        return [...livesOrdinarily(family), pays(family, collector, 400 + n, 20 + n)];
      }),
    ),
    ...passed.map(({ payer, beneficiary, amount, day }) => pays(payer, beneficiary, amount, day)),
  ]);
const leadsArbitrary = fc
  .array(fc.integer({ min: -1, max: 2 }), { minLength: NAMES.length, maxLength: NAMES.length })
  .map((lead) => [0, 1, 2].map((one) => NAMES.filter((_, at) => lead[at] === one)).filter(({ length }) => length > 0));

interface Story {
  readonly transfers: readonly TransferInput[];
  readonly leads: readonly (readonly string[])[];
  readonly steps: number;
}

function found({ transfers, leads, steps }: Story, jointReceiverPayers = 30, aside: readonly string[] = []): string[] {
  const { features, node, names } = storyOf(transfers);
  const known = leads.map((lead) => lead.filter((name) => names.includes(name)));
  const groups = meetingLeads(
    features,
    known.map((lead) => lead.map((name) => node(name) as Account)),
    {
      conduits: findConduits(features, measureFacts(features)),
      setAside: new Set(aside.map((name) => node(name) as Account)),
      parameters: { ...SCORE_DEFAULTS, meetingSteps: steps, jointReceiverPayers },
    },
  );
  return groups.map((group) => group.join()).sort();
}

/** Every walk from every account, one after another, and leads joined until nothing changes. */
function byHand({ transfers, leads, steps }: Story): string[] {
  const { features, names } = storyOf(transfers);
  const { relations, marked } = features;
  const { purity, passed } = measureFacts(features);
  const carries = (name: string): boolean => {
    const account = names.indexOf(name);
    return marked.markedIn[account]! > 0 && purity[account]! >= 0.5 - 1e-9 && passed[account]! >= 0.5 - 1e-9;
  };
  const onward = (name: string): { to: string; part: number }[] =>
    [...relations.payer.keys()]
      .filter((r) => names[relations.payer[r]!] === name && marked.carried[r]! > 0)
      .filter((r) => marked.carried[r]! >= 0.1 * marked.markedIn[relations.payer[r]!]! - 1e-9)
      .map((r) => ({
        to: names[relations.beneficiary[r]!]!,
        part: marked.carried[r]! / marked.markedOut[relations.payer[r]!]!,
      }));
  const walks = (way: readonly string[], part: number): { to: string; part: number }[] => {
    const last = way.at(-1)!;
    if (!carries(last) || way.length > steps) return [];
    return onward(last)
      .filter(({ to }) => !way.includes(to))
      .flatMap((next) => [{ to: next.to, part: part * next.part }, ...walks([...way, next.to], part * next.part)]);
  };
  const places = leads.map((lead) => {
    const reached = new Set(lead.filter((name) => names.includes(name)));
    for (const member of lead) {
      if (!names.includes(member)) continue;
      const arrived = walks([member], 1);
      for (const name of names) {
        const sum = arrived.reduce((total, { to, part }) => total + (to === name ? part : 0), 0);
        if (sum >= 0.5 - 1e-9) reached.add(name);
      }
    }
    return reached;
  });
  let groups = leads.map((_, position) => [position]);
  for (let one = 0; one < leads.length; one++) {
    for (let other = one + 1; other < leads.length; other++) {
      if (![...places[one]!].some((name) => places[other]!.has(name))) continue;
      const touched = groups.filter((group) => group.includes(one) || group.includes(other));
      groups = [...groups.filter((group) => !touched.includes(group)), [...new Set(touched.flat())].sort()];
    }
  }
  return groups.map((group) => group.join()).sort();
}

describe('leads whose money meets', () => {
  it('are joined as walking every way by hand joins them', () => {
    let joined = 0;
    fc.assert(
      fc.property(transfersArbitrary, leadsArbitrary, fc.integer({ min: 1, max: 3 }), (transfers, leads, steps) => {
        const story = { transfers, leads, steps };
        const expected = byHand(story);
        expect(found(story)).toEqual(expected);
        if (expected.length < leads.length) joined++;
      }),
    );
    expect(joined).toBeGreaterThan(5);
  });

  const families = (collector: string): TransferInput[] =>
    [0, 1, 2].flatMap((n) => [
      ...livesOrdinarily(`family ${collector}${n}`),
      pays(`family ${collector}${n}`, collector, 400 + n, 20 + n),
    ]);
  const twoThroughOthers = [
    ...families('a'),
    ...families('b'),
    ...paysOften('a', 'c', 200, 31),
    ...paysOften('b', 'd', 200, 31),
    ...paysOften('c', 'z', 190, 42),
    ...paysOften('d', 'z', 190, 42),
  ];
  const story = { transfers: twoThroughOthers, leads: [['a'], ['b']], steps: 3 };

  it('meet behind accounts that belong to no lead, within so many payments', () => {
    expect(found(story)).toEqual(['0,1']);
    expect(found({ ...story, steps: 1 })).toEqual(['0', '1']);
  });

  it('do not meet at an account that many pay, nor at one that is set aside', () => {
    expect(found(story, 1)).toEqual(['0', '1']);
    expect(found(story, 30, ['z'])).toEqual(['0', '1']);
  });
});
