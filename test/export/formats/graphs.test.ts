import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { MultiDirectedGraph } from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import { parse as parseGraphml } from 'graphology-graphml';
import { type AbstractGraph } from 'graphology-types';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { type CaseDocument } from '../../../src/disclosure/index.js';
import { caseGraph } from '../../../src/export/formats/case-graph.js';
import { shownText } from '../../../src/export/formats/shown-text.js';
import { madeCase } from '../../support/case-documents.js';
import { HOSTILE_TEXTS, hostileCase } from '../../support/hostile-texts.js';
import { askPython, expectedCounts, exportedBytes, exportedText, hasPython } from './exported.js';
import { GEXF_SCHEMA } from './gexf-schema.js';

const document = madeCase({ leads: 2, operators: 5, transfers: 120 });

function countsOf(graph: { order: number; size: number }): { nodes: number; edges: number } {
  return { nodes: graph.order, edges: graph.size };
}

/** Nodes and edges under one shape, for readers that name things differently. */
function expectSameGraph(graph: AbstractGraph, of: CaseDocument): void {
  const { nodes, edges } = caseGraph(of);
  expect(countsOf(graph)).toEqual(expectedCounts(of));
  for (const node of nodes) {
    expect(graph.getNodeAttribute(node.id, 'label')).toBe(shownText(node.label));
    expect(graph.getNodeAttribute(node.id, 'kind')).toBe(node.kind);
    if (node.kind === 'operator') expect(graph.getNodeAttribute(node.id, 'score')).toBe(node.score);
    else expect(graph.getNodeAttribute(node.id, 'count') ?? null).toBe(node.count);
  }
  for (const edge of edges) {
    expect(graph.extremities(edge.id)).toEqual([edge.source, edge.target]);
    const { amount, time, file, line, findings, currency } = graph.getEdgeAttributes(edge.id) as Record<
      string,
      unknown
    >;
    expect({ amount, time, file, line, findings, currency }).toEqual({
      amount: edge.amount === null ? undefined : shownText(edge.amount),
      time: edge.time ?? undefined,
      file: shownText(edge.file),
      line: edge.line,
      findings: edge.findings.length === 0 ? undefined : shownText(edge.findings.join(' ')),
      currency: edge.currency === null ? undefined : shownText(edge.currency),
    });
  }
}

describe('gexf', () => {
  it('is read back by graphology-gexf with every value', () => {
    expectSameGraph(parseGexf(MultiDirectedGraph, exportedText(document, 'gexf')), document);
  });

  it('is dynamic: every edge has its instant or position, and parallel ones have kinds of their own', () => {
    for (const clock of [true, false]) {
      const made = madeCase({ operators: 3, transfers: 90, clock });
      const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
      const { gexf } = parser.parse(exportedText(made, 'gexf')) as {
        gexf: {
          meta: { description: string };
          graph: Record<string, unknown> & { edges: { edge: Record<string, string>[] } };
        };
      };
      const edges = gexf.graph.edges.edge;
      expect(gexf.meta.description).toContain('Leads, not proof.');
      expect(gexf.graph).toMatchObject({
        mode: 'dynamic',
        timerepresentation: 'timestamp',
        timeformat: clock ? 'dateTime' : 'double',
      });
      const stamp = clock ? /^2024-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u : /^\d+$/u;
      expect(edges.every(({ timestamp }) => stamp.test(timestamp!))).toBe(true);
      expect(new Set(edges.map(({ source, target, kind }) => `${source} ${target} ${kind}`)).size).toBe(edges.length);
      expect(edges.every(({ weight }) => Number(weight) > 0)).toBe(true);
    }
  });

  it('is valid by a schema of what it uses of the format, with and without a clock, and with texts of strangers', async () => {
    const cases = [document, madeCase({ clock: false }), { ...document, leads: [] }];
    const hostile = HOSTILE_TEXTS.map(([, text]) => hostileCase(text, { operators: 3, transfers: 9 }));
    const { valid, errors } = await validateXML({
      xml: [...cases, ...hostile].map((of, i) => ({ fileName: `${i}.gexf`, contents: exportedText(of, 'gexf') })),
      schema: [GEXF_SCHEMA],
    });
    expect(errors.map(({ message }) => message)).toEqual([]);
    expect(valid).toBe(true);
    const wrong = exportedText(document, 'gexf').replace('C001-T000002', 'C001-T000001');
    expect((await validateXML({ xml: wrong, schema: [GEXF_SCHEMA] })).valid).toBe(false);
  });

  it.skipIf(!hasPython('networkx'))('is read back by networkx', () => {
    const script = `
import json, sys, networkx
graph = networkx.read_gexf(sys.argv[1])
print(json.dumps({'nodes': graph.number_of_nodes(), 'edges': graph.number_of_edges(),
  'amounts': sorted(data['amount'] for _, _, data in graph.edges(data=True)),
  'labels': sorted(label for _, label in graph.nodes(data='label'))}))`;
    const { nodes, edges } = caseGraph(document);
    expect(askPython(script, exportedBytes(document, 'gexf'))).toEqual({
      ...expectedCounts(document),
      amounts: [...edges].map(({ amount }) => amount).sort(),
      labels: nodes.map(({ label }) => label).sort(),
    });
  });
});

describe('graphml', () => {
  it('is read back by graphology-graphml with every value and the caution', () => {
    const graph = parseGraphml(MultiDirectedGraph, exportedText(document, 'graphml'));
    expectSameGraph(graph, document);
    expect(graph.getAttribute('caution')).toBe(caseGraph(document).caution);
  });

  it.skipIf(!hasPython('networkx'))('is read back by networkx', () => {
    const script = `
import json, sys, networkx
graph = networkx.read_graphml(sys.argv[1])
print(json.dumps({'nodes': graph.number_of_nodes(), 'edges': graph.number_of_edges(), 'caution': graph.graph['caution'],
  'amounts': sorted(data['amount'] for _, _, data in graph.edges(data=True))}))`;
    const { caution, edges } = caseGraph(document);
    expect(askPython(script, exportedBytes(document, 'graphml'))).toEqual({
      ...expectedCounts(document),
      caution,
      amounts: [...edges].map(({ amount }) => amount).sort(),
    });
  });
});

/** Names of elements and attributes of a picture. */
function markupOf(svg: string): string[] {
  const tags = [...svg.replace(/<!--[\s\S]*?-->/gu, '').matchAll(/<([^>]+)>/gu)].map(([, tag]) => tag!);
  return [...new Set(tags.flatMap((tag) => tag.replace(/"[^"]*"/gu, '').split(/[\s=/]+/u)))].sort();
}

interface Drawn {
  readonly label: string;
  readonly objects: readonly { readonly name: string; readonly label: string }[];
  readonly edges: readonly {
    readonly id: string;
    readonly tail: number;
    readonly head: number;
    readonly label: string;
  }[];
}

describe('dot', async () => {
  const graphviz = await Graphviz.load();
  const small = { operators: 4, transfers: 12 };

  function draw(of: CaseDocument): Drawn {
    return JSON.parse(graphviz.layout(exportedText(of, 'dot'), 'dot_json', 'dot')) as Drawn;
  }

  it('is read by Graphviz with nodes, labels and ends', () => {
    const made = madeCase(small);
    const { nodes, edges } = caseGraph(made);
    const drawn = draw(made);
    expect(drawn.objects.map(({ name, label }) => [name, label])).toEqual(nodes.map(({ id, label }) => [id, label]));
    expect(
      drawn.edges
        .map(({ id, tail, head, label }) => [id, drawn.objects[tail]!.name, drawn.objects[head]!.name, label])
        .sort(),
    ).toEqual([...edges].map(({ id, source, target, amount }) => [id, source, target, `EUR ${amount}`]).sort());
    expect(drawn.label).toContain('Leads, not proof.');
  });

  it.each(HOSTILE_TEXTS)('stays as it is with %s', (_, text) => {
    const made = hostileCase(text, small);
    const { objects, edges } = draw(made);
    expect({ nodes: objects.length, edges: edges.length }).toEqual(expectedCounts(made));
    const svg = graphviz.layout(exportedText(made, 'dot'), 'svg', 'dot');
    expect(markupOf(svg)).toEqual(markupOf(graphviz.layout(exportedText(madeCase(small), 'dot'), 'svg', 'dot')));
  });

  it('is drawn with the label as it is written, entities and backslashes too', () => {
    const svg = graphviz.layout(exportedText(hostileCase('&lt;\\N"<', small), 'dot'), 'svg', 'dot');
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map(([, text]) => text!.replaceAll('&#45;', '-'));
    expect(texts).toContain('BANK0&amp;lt;\\N&quot;&lt;:C001-ACC-0000&amp;lt;\\N&quot;&lt;');
  });

  it.skipIf(!hasPython('pydot'))('is read back by pydot', () => {
    const script = `
import json, sys, pydot
answer = []
for path in sys.argv[1:]:
  (graph,) = pydot.graph_from_dot_file(path)
  nodes = [node for node in graph.get_nodes() if node.get_name() not in ('graph', 'node', 'edge')]
  answer.append({'nodes': len(nodes), 'edges': len(graph.get_edges())})
print(json.dumps(answer))`;
    const cases = [
      madeCase(small),
      ...HOSTILE_TEXTS.filter(([, text]) => /["\\<;]/u.test(text)).map(([, text]) => hostileCase(text, small)),
    ];
    const files = new Map(cases.map((made, i) => [`${i}.dot`, Buffer.from(exportedText(made, 'dot'))]));
    expect(askPython(script, files)).toEqual(cases.map(expectedCounts));
  });
});

describe('hostile texts in XML', () => {
  it.each(HOSTILE_TEXTS)('%s', (_, text) => {
    const made = hostileCase(text, { operators: 4, transfers: 30 });
    expectSameGraph(parseGexf(MultiDirectedGraph, exportedText(made, 'gexf')), made);
    expectSameGraph(parseGraphml(MultiDirectedGraph, exportedText(made, 'graphml')), made);
    for (const format of ['gexf', 'graphml'] as const) {
      const names = [...exportedText(made, format).matchAll(/<\/?([\w?!:]+)/gu)].map(([, name]) => name);
      const clean = [...exportedText(madeCase(), format).matchAll(/<\/?([\w?!:]+)/gu)].map(([, name]) => name);
      expect(new Set(names)).toEqual(new Set(clean));
    }
  });
});
