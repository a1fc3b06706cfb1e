import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cuts, findCuts } from '../../src/questions/cut-points.js';

type Link = readonly [number, number];

/** Sizes of connected parts by walking from every node, with one node or one link left out: slow and obviously right. */
function partsOf(nodes: readonly number[], links: readonly Link[]): number[][] {
  const left = new Set(nodes);
  const parts: number[][] = [];
  for (const node of nodes) {
    if (!left.delete(node)) continue;
    const part = [node];
    for (const one of part) {
      for (const [a, b] of links) {
        const other = a === one ? b : b === one ? a : -1;
        if (left.delete(other)) part.push(other);
      }
    }
    parts.push(part);
  }
  return parts;
}

function slowCuts(count: number, links: readonly Link[]): Cuts {
  const nodes = Array.from({ length: count }, (_, i) => i);
  const whole = partsOf(nodes, links);
  const points = nodes.flatMap((node) => {
    const own = whole.find((part) => part.includes(node))!.filter((one) => one !== node);
    const rest = links.filter((link) => !link.includes(node));
    const sizes = partsOf(own, rest).map((part) => part.length);
    return sizes.length < 2 ? [] : [{ node, sizes: sizes.sort((a, b) => b - a) }];
  });
  const edges = links.flatMap((link) => {
    const parts = partsOf(
      nodes,
      links.filter((one) => one !== link),
    );
    if (parts.length === whole.length) return [];
    const sizeAt = (end: number): number => parts.find((part) => part.includes(end))!.length;
    return [{ ends: link, sizes: [sizeAt(link[0]), sizeAt(link[1])] as const }];
  });
  return { parts: whole.length, points, edges };
}

function fastCuts(count: number, links: readonly Link[]): Cuts {
  const neighbours = Array.from({ length: count }, (): number[] => []);
  for (const [a, b] of links) {
    neighbours[a]!.push(b);
    neighbours[b]!.push(a);
  }
  return findCuts(neighbours);
}

const graphs = fc.integer({ min: 0, max: 9 }).chain((count) => {
  const all: Link[] = [];
  for (let a = 0; a < count; a++) for (let b = a + 1; b < count; b++) all.push([a, b]);
  return fc.record({ count: fc.constant(count), links: fc.subarray(all, { maxLength: Math.min(12, all.length) }) });
});

describe('findCuts', () => {
  it('agrees with taking out every node and every edge in turn', () => {
    fc.assert(
      fc.property(graphs, ({ count, links }) => {
        expect(fastCuts(count, links)).toEqual(slowCuts(count, links));
      }),
      { numRuns: 500 },
    );
  });

  it('walks a chain that no recursion would survive', () => {
    const length = 200_000;
    const chain = Array.from({ length }, (_, i) => [i - 1, i + 1].filter((one) => one >= 0 && one < length));
    const { parts, points, edges } = findCuts(chain);
    expect([parts, points.length, edges.length]).toEqual([1, length - 2, length - 1]);
    expect(points[1]).toEqual({ node: 2, sizes: [length - 3, 2] });
  });
});
