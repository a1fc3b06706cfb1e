import { describe, expect, it } from 'vitest';
import { InputError, UsageError } from '../../../src/foundation/index.js';
import { type LeadDocument } from '../../../src/disclosure/index.js';
import { caseGraph } from '../../../src/export/formats/case-graph.js';
import { madeCase } from '../../support/case-documents.js';
import { expectedCounts } from './exported.js';

const document = madeCase({ leads: 2, operators: 5, transfers: 120 });

function edited(change: (lead: LeadDocument) => LeadDocument): typeof document {
  return { ...document, leads: document.leads.map((lead, i) => (i === 0 ? change(lead) : lead)) };
}

describe('caseGraph', () => {
  it('has operators, groups and one edge for each transfer, and no end that is no node', () => {
    const { nodes, edges } = caseGraph(document);
    const ids = new Set(nodes.map(({ id }) => id));
    const all = [...edges];
    expect({ nodes: ids.size, edges: all.length }).toEqual(expectedCounts(document));
    expect(nodes.length).toBe(ids.size);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.every(({ source, target }) => ids.has(source) && ids.has(target))).toBe(true);
    expect([...edges]).toEqual(all);
  });

  it('counts the protected payers of an operator in its group', () => {
    const [lead] = document.leads;
    const { nodes } = caseGraph(document);
    const groups = nodes.filter((node) => node.kind === 'payers' && node.id.startsWith('C001-A'));
    expect(groups.length).toBeGreaterThan(2);
    for (const group of groups) {
      const operator = Number(group.id.slice(6, 9)) - 1;
      const count = lead!.protectedPayers.byOperator[operator]!;
      expect(group).toMatchObject({ count, label: `protected payers of C001-A00${operator + 1} (${count})` });
    }
  });

  it('has no node for fewer than three payers: they go to the group of the lead', () => {
    const few = edited((lead) => ({
      ...lead,
      protectedPayers: { ...lead.protectedPayers, byOperator: [1, 2, 3, 0, 9] },
    }));
    const payers = caseGraph(few, { lead: 'C001' }).nodes.filter(({ kind }) => kind === 'payers');
    expect(payers.map(({ id }) => id)).toEqual(['C001-A003-payers', 'C001-A005-payers', 'C001-payers']);
    expect(payers.at(-1)).toMatchObject({ count: null, label: 'further protected payers of C001' });
  });

  it('says times in UTC, as fine as the data give them', () => {
    const [first, second] = caseGraph(document).edges;
    expect(first).toMatchObject({ time: '2024-01-01T00:00:00Z', dateTime: '2024-01-01T00:00:00Z', position: null });
    expect(second!.time).toBe('2024-01-02T12:00:00Z');
    const daily = caseGraph({ ...document, data: { ...document.data, precision: 'day' } });
    expect([...daily.edges][1]).toMatchObject({ time: '2024-01-02', dateTime: '2024-01-02T12:00:00Z' });
    const order = caseGraph(madeCase({ clock: false }));
    expect(order.hasClock).toBe(false);
    expect([...order.edges][7]).toMatchObject({ time: null, dateTime: null, position: 7 });
  });

  it('takes one lead of several, and says which there are', () => {
    const { nodes, edges } = caseGraph(document, { lead: 'C002' });
    expect([...nodes, ...edges].every(({ lead }) => lead === 'C002')).toBe(true);
    expect(() => caseGraph(document, { lead: 'C009' })).toThrow(UsageError);
    expect(() => caseGraph(document, { lead: 'C009' })).toThrow(/C001, C002/u);
  });

  it('gives two cases two keys, and one case one', () => {
    expect(caseGraph(document).key).toBe(caseGraph(madeCase({ leads: 2, operators: 5, transfers: 120 })).key);
    expect(caseGraph(document, { lead: 'C002' }).key).toBe(caseGraph(document).key);
    expect(caseGraph(madeCase()).key).not.toBe(caseGraph(document).key);
  });

  it('always says that leads are no proof', () => {
    expect(caseGraph(document).caution).toMatch(/^Leads, not proof\. Who merely paid/u);
    expect(caseGraph({ ...document, notice: 'Something else.' }).caution).toMatch(
      /^Leads, not proof\. Something else\./u,
    );
  });

  it.each<[string, (lead: LeadDocument) => LeadDocument]>([
    [
      'an operator that is none',
      (lead) => ({ ...lead, transfers: { ...lead.transfers, from: lead.transfers.from.map(() => 5) } }),
    ],
    ['a short column', (lead) => ({ ...lead, transfers: { ...lead.transfers, line: [2] } })],
    ['a file that is none', (lead) => ({ ...lead, files: [] })],
    ['a finding that is none', (lead) => ({ ...lead, findings: [] })],
    ['no instant', (lead) => ({ ...lead, transfers: { ...lead.transfers, start: 'yesterday' } })],
    ['payers of too few', (lead) => ({ ...lead, protectedPayers: { ...lead.protectedPayers, byOperator: [] } })],
    ['an id twice', (lead) => ({ ...lead, lead: 'C002' })],
  ])('refuses a document with %s', (_, change) => {
    expect(() => caseGraph(edited(change))).toThrow(InputError);
    expect(() => caseGraph(edited(change))).toThrow(expect.objectContaining({ code: 'case-unreadable' }));
  });
});
