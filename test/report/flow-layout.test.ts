import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { type FlowLink, type FlowNode, layOutFlow } from '../../src/report/pictures/flow-layout.js';

const FRAME = { along: 900, across: 400, gap: 24, leastSize: 3 };
const nodesIn = (columns: readonly number[]): FlowNode[] =>
  columns.map((column, i) => ({ key: `n${i}`, column, rank: i % 3 }));

function check(nodes: readonly FlowNode[], links: readonly FlowLink[]): void {
  const layout = layOutFlow(nodes, links, FRAME);
  nodes.forEach((_, i) => {
    const sum = (own: (link: FlowLink) => number): number =>
      links.filter((link) => own(link) === i).reduce((total, { value }) => total + value, 0);
    expect(layout.nodes[i]!.sumIn).toBeCloseTo(
      sum(({ to }) => to),
      6,
    );
    expect(layout.nodes[i]!.sumOut).toBeCloseTo(
      sum(({ from }) => from),
      6,
    );
  });
  for (const { across, size, along } of layout.nodes) {
    expect(Number.isFinite(across) && Number.isFinite(size) && Number.isFinite(along)).toBe(true);
    expect(size).toBeGreaterThanOrEqual(FRAME.leastSize);
  }
  layout.links.forEach(({ way, start, end, width }, i) => {
    const { from, to } = links[i]!;
    const ahead = nodes[to]!.column - nodes[from]!.column;
    expect(way).toBe(ahead > 0 ? 'forward' : ahead < 0 ? 'backward' : 'inside');
    expect(Number.isFinite(start) && Number.isFinite(end) && width > 0).toBe(true);
  });
}

describe('layOutFlow', () => {
  it('conserves the sums of any flows, in circles too', () => {
    const flows = fc.integer({ min: 1, max: 9 }).chain((count) =>
      fc.record({
        columns: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: count, maxLength: count }),
        links: fc.array(fc.record({ from: fc.nat(count - 1), to: fc.nat(count - 1), value: fc.nat(1000) }), {
          maxLength: 20,
        }),
      }),
    );
    fc.assert(
      fc.property(flows, ({ columns, links }) => {
        check(nodesIn(columns), links);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['nothing', [], []],
    ['one node without a flow', [0], []],
    ['a node that pays itself', [1], [{ from: 0, to: 0, value: 5 }]],
    ['amounts of zero', [0, 1], [{ from: 0, to: 1, value: 0 }]],
    [
      'a circle',
      [0, 1, 2],
      [
        { from: 0, to: 1, value: 3 },
        { from: 1, to: 2, value: 3 },
        { from: 2, to: 0, value: 3 },
      ],
    ],
  ])('copes with %s', (_, columns, links) => {
    check(nodesIn(columns), links);
  });

  it('copes with 1,000 accounts', () => {
    const nodes = nodesIn(Array.from({ length: 1000 }, (_, i) => i % 5));
    check(
      nodes,
      Array.from({ length: 3000 }, (_, i) => ({ from: (i * 7) % 1000, to: (i * 13 + 1) % 1000, value: i % 97 })),
    );
  });

  it('stacks the links of a node inside it', () => {
    const links = [
      { from: 0, to: 2, value: 30 },
      { from: 1, to: 2, value: 10 },
      { from: 2, to: 3, value: 25 },
    ];
    const { nodes, links: placed } = layOutFlow(nodesIn([0, 0, 1, 2]), links, FRAME);
    placed.forEach(({ start, end, width }, i) => {
      for (const [at, node] of [
        [start, nodes[links[i]!.from]!],
        [end, nodes[links[i]!.to]!],
      ] as const) {
        expect(at - width / 2).toBeGreaterThanOrEqual(node.across - 0.001);
        expect(at + width / 2).toBeLessThanOrEqual(node.across + node.size + 0.001);
      }
    });
  });
});
