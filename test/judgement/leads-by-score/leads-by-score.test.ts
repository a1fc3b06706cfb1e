import { describe, expect, it } from 'vitest';
import { leadsByScore, SCORE_DEFAULTS, type ScoreLeads } from '../../../src/judgement/index.js';
import { namedMembers } from '../../../src/judgement/leads-by-score/named-members.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { livesOrdinarily, pays, paysOften, storyOf } from '../../support/fee-stories.js';

const FAMILIES = ['f0', 'f1', 'f2', 'f3', 'f4', 'f5'];
const CORE = ['collector0', 'collector1', 'head'];
const network = [
  ...FAMILIES.flatMap(livesOrdinarily),
  ...FAMILIES.map((family, i) => pays(family, `collector${i % 2}`, 1000 + i, 20 + i)),
  ...['collector0', 'collector1'].flatMap((collector) => paysOften(collector, 'head', 580, 30)),
];

/** Leads when the core has a score, some accounts one of their own, families 9 and everybody else -5. */
function leadsOf(
  transfers: readonly TransferInput[],
  score: number,
  flow: readonly string[] = [],
  own: Readonly<Record<string, number>> = {},
): ScoreLeads {
  const { features, node, names } = storyOf(transfers);
  const scoreOf = (name: string): number =>
    own[name] ?? (CORE.includes(name) ? score : FAMILIES.includes(name) ? 9 : -5);
  const feeFlows = flow.length === 0 ? [] : [flow.map(node)];
  return leadsByScore(features, Float64Array.from(names, scoreOf), { feeFlows });
}

function outline({ leads }: ScoreLeads): unknown[] {
  return leads.map(({ band, group, meanScore, feeFlow }) => [band, group.length, meanScore, feeFlow]);
}

describe('leads by score', () => {
  it('are strong from a mean of 4.6 on, a second look from 3, weak below, and nothing below 1', () => {
    expect(outline(leadsOf(network, 4.6))).toEqual([['strong', 3, 4.6, false]]);
    expect(outline(leadsOf(network, 4.59))).toEqual([['second-look', 3, 4.59, false]]);
    expect(outline(leadsOf(network, 3))).toEqual([['second-look', 3, 3, false]]);
    expect(outline(leadsOf(network, 2.99))).toEqual([['weak', 3, 2.99, false]]);
    expect(outline(leadsOf(network, 1))).toEqual([['weak', 3, 1, false]]);
    expect(outline(leadsOf(network, 0.99))).toEqual([]);
  });

  it('never hold a payer, though payers score highest', () => {
    const { features, node } = storyOf(network);
    expect(features.graph.accountCount).toBeGreaterThan(6);
    for (const flow of [[], CORE, [...CORE, ...FAMILIES]]) {
      for (const { members } of leadsOf(network, 3, flow).leads) {
        expect(members).toEqual(CORE.map(node).sort((a, b) => a - b));
      }
    }
  });

  it('are supported by fee flows that share an account with them, and by those alone where there is no group', () => {
    expect(outline(leadsOf(network, 5, CORE))).toEqual([['strong', 3, 5, true]]);
    expect(outline(leadsOf(network, 3, [...CORE, FAMILIES[0]!]))).toEqual([['second-look', 3, 3, true]]);
    expect(outline(leadsOf(network, 2, CORE))).toEqual([['weak', 3, 2, true]]);
    expect(outline(leadsOf(network, 0.5, CORE))).toEqual([['weak', 3, 0.5, true]]);
    expect(outline(leadsOf(network, 2, CORE.slice(1)))).toEqual([['weak', 3, 2, false]]);
  });

  it('name whose own score reaches 3, and where the money of several such accounts meets', () => {
    const { node } = storyOf(network);
    const namedWith = (score: number, own: Readonly<Record<string, number>>): unknown[] =>
      leadsOf(network, score, CORE, own).leads.map(({ band, group, members }) => [band, group.length, members]);
    const nodes = (...names: readonly string[]): number[] => names.map(node).sort((a, b) => a - b);
    expect(namedWith(4, { head: 1.5 })).toEqual([['second-look', 3, nodes(...CORE)]]);
    // Nobody is named for their company: not by paying one who is named, nor by living on a single one.
    expect(namedWith(5, { collector1: 1.5 })).toEqual([['second-look', 3, nodes('collector0', 'head')]]);
    // One account alone is no group: nobody is named for being the only one.
    expect(namedWith(6, { collector1: 1.5, head: 1.5 })).toEqual([['weak', 3, nodes('collector0')]]);
    expect(namedWith(1.5, { head: 8 })).toEqual([['weak', 3, nodes('head')]]);
  });

  it('are not weaker for the place where their money meets, and no stronger for company', () => {
    const meanWith = (score: number, own: Readonly<Record<string, number>>): unknown[] =>
      leadsOf(network, score, CORE, own).leads.map(({ band, meanScore, scored }) => [band, meanScore, scored.length]);
    expect(meanWith(4, { head: -2 })).toEqual([['second-look', 4, 2]]);
    expect(meanWith(3, { head: 2.9 })).toEqual([['second-look', 3, 2]]);
    expect(meanWith(3, { head: 6 })).toEqual([['second-look', 4, 3]]);
    // Living on a single one of them is company.
    expect(meanWith(4, { collector1: 2, head: 1 })).toEqual([['weak', 7 / 3, 3]]);
  });

  it('name nobody for money of theirs that is less than half of what it lives on', () => {
    const namedBeside = (wage: number): string[] => {
      const { features, node, names } = storyOf([...network, pays('employer', 'head', wage, 50)]);
      const scores = Float64Array.from(names, (name) => (name.startsWith('collector') ? 4 : 2));
      return namedMembers(features, CORE.map(node), scores, SCORE_DEFAULTS).map((account) => names[account]!);
    };
    expect(namedBeside(5800)).toEqual(CORE);
    expect(namedBeside(5801)).toEqual(['collector0', 'collector1']);
  });

  it('take three accounts, of whom one may be withheld because it may have merely paid', () => {
    const paying = [
      ...network,
      ...[1, 20, 79].map((day) => pays('employer', 'head', 1000, day)),
      pays('head', 'agency', 1900, 42),
    ];
    const { node } = storyOf(paying);
    const collectors = ['collector0', 'collector1'].map(node);
    const leads = (own: Readonly<Record<string, number>>): unknown[] =>
      leadsOf(paying, 4, [], { agency: 2, ...own }).leads.map(({ members, withheld }) => [members, withheld]);
    expect(leads({})).toEqual([[collectors, 1]]);
    // Nobody is withheld who would not be a candidate, and one account is no group, whoever stands beside it.
    expect(leads({ head: 0.9 })).toEqual([]);
    expect(leads({ collector1: 0.9 })).toEqual([]);
    expect(leadsOf(network, 4).leads.map(({ members, withheld }) => [members.length, withheld])).toEqual([[3, 0]]);
  });

  it('are one where their money meets, unless that would lower one of them', () => {
    // The same network twice, and most of what either head gets goes on to one place through somebody; these score nothing.
    const twice = (rows: readonly TransferInput[]): TransferInput[] =>
      rows.flatMap((row) => [
        row,
        { ...row, payer: `other ${row.payer as string}`, beneficiary: `other ${row.beneficiary as string}` },
      ]);
    const meeting = [
      ...twice(network),
      ...paysOften('head', 'between', 1100, 45),
      ...paysOften('between', 'place', 1000, 56),
      ...paysOften('other head', 'other between', 1100, 45),
      ...paysOften('other between', 'place', 1000, 56),
    ];
    const others = (score: number): Record<string, number> =>
      Object.fromEntries(CORE.map((name) => [`other ${name}`, score]));
    expect(outline(leadsOf(meeting, 4, [], others(4)))).toEqual([['second-look', 6, 4, false]]);
    expect(outline(leadsOf(meeting, 5, [], others(3)))).toEqual([
      ['strong', 3, 5, false],
      ['second-look', 3, 3, false],
    ]);
    expect(outline(leadsOf(meeting, 4, [], others(2)))).toEqual([
      ['second-look', 3, 4, false],
      ['weak', 3, 2, false],
    ]);
  });

  it('set an employer aside, counted', () => {
    const wages = ['w0', 'w1', 'w2', 'w3'].map((worker) => [5, 35, 65].map((day) => pays('head', worker, 50, day)));
    const { leads, employers } = leadsOf([...network, ...wages.flat()], 5);
    expect(leads).toEqual([]);
    expect(employers.map(({ livings, group }) => [livings, group.length])).toEqual([[4, 3]]);
    expect(outline(leadsOf([...network, ...wages.slice(1).flat()], 5))).toEqual([['strong', 3, 5, false]]);
  });
});
