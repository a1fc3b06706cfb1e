import { describe, expect, it } from 'vitest';
import { leadsByScore, type ScoreLeads } from '../../../src/judgement/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { livesOrdinarily, pays, paysOften, storyOf } from '../../support/fee-stories.js';

const FAMILIES = ['f0', 'f1', 'f2', 'f3', 'f4', 'f5'];
const CORE = ['collector0', 'collector1', 'head'];
const network = [
  ...FAMILIES.flatMap(livesOrdinarily),
  ...FAMILIES.map((family, i) => pays(family, `collector${i % 2}`, 1000 + i, 20 + i)),
  ...['collector0', 'collector1'].flatMap((collector) => paysOften(collector, 'head', 580, 30)),
];

/** Leads when the core has a score, its head one of its own if given, families 9 and everybody else -5. */
function leadsOf(
  transfers: readonly TransferInput[],
  score: number,
  flow: readonly string[] = [],
  head = score,
): ScoreLeads {
  const { features, node, names } = storyOf(transfers);
  const scoreOf = (name: string): number =>
    name === 'head' ? head : CORE.includes(name) ? score : FAMILIES.includes(name) ? 9 : -5;
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

  it('name nobody for their company: whose own score is below 3 is counted', () => {
    const { node } = storyOf(network);
    const [lead] = leadsOf(network, 4, [], 1.5).leads;
    expect(lead).toMatchObject({ band: 'second-look', group: CORE.map(node).sort((a, b) => a - b) });
    expect(lead?.members).toEqual(['collector0', 'collector1'].map(node).sort((a, b) => a - b));
    expect(leadsOf(network, 1.5, CORE, 8).leads.map(({ band, members }) => [band, members])).toEqual([
      ['second-look', [node('head')]],
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
