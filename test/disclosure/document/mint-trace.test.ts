import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mintTrace, protectTrace, type TraceDocument, traceSteps } from '../../../src/disclosure/index.js';
import { type TracedRange, traceSchema } from '../../../src/disclosure/document/index.js';
import { destinationsTable, originsTable, stepsTable, traceJsonText } from '../../../src/export/index.js';
import { buildTemporalGraph, type TemporalGraph } from '../../../src/graph/index.js';
import { readTraceDocument, writeFolder } from '../../../src/node/index.js';
import { traceBackward, traceForward, TRACING_RULES, type TracingRule } from '../../../src/trace/index.js';
import { freshFolder } from '../../support/fresh-folder.js';
import { ledgerOf } from '../../support/small-ledgers.js';

/** Two families pay a collector with other money; it pays a keeper, a shop and one family back; the keeper pays a hotel. */
const graph: TemporalGraph = buildTemporalGraph(
  ledgerOf(
    'other>collector@0 700 EUR',
    'anna>collector@1 1000 EUR',
    'boris>collector@2 1000 EUR',
    'collector>keeper@3 1500 EUR',
    'collector>anna@3 400 EUR',
    'collector>shop@3 100 EUR',
    'keeper>hotel@4 1000 EUR',
    'keeper>x@5 1 EUR',
    'x>y@6 1 EUR',
  ),
);
const nodes = (...accounts: readonly string[]): number[] =>
  accounts.map((account) => graph.ledger.accounts.find({ institution: '', account })!);
const key = (account: string): { institution: string; account: string } => ({ institution: '', account });
const SHA = 'ab'.repeat(32);
const operators = nodes('collector', 'keeper');
const asked = {
  sha256: SHA,
  leads: [
    { lead: 'C001', accounts: [key('collector'), key('keeper')] },
    { lead: 'C002', accounts: [key('elsewhere')] },
  ],
};

function forward(from: string, rules: readonly TracingRule[] = TRACING_RULES): TraceDocument {
  const trace = traceForward(graph, { accounts: nodes(from) }, { rules });
  return mintTrace(protectTrace(trace, { known: { operators } }), asked);
}

const DOCUMENTS: readonly (readonly [string, () => TraceDocument])[] = [
  ['forward', () => forward('anna')],
  ['forward by poison alone', () => forward('anna', ['poison'])],
  ['without a case', () => mintTrace(protectTrace(traceForward(graph, { accounts: nodes('anna') })))],
  [
    'backward',
    () => mintTrace(protectTrace(traceBackward(graph, { accounts: nodes('hotel') }), { known: { operators } })),
  ],
];

describe('mintTrace', () => {
  it.each(DOCUMENTS)(
    '%s: keeps to the published schema, in its order, and is read back in the same bytes',
    async (_, make) => {
      const document = make();
      const text = [...traceJsonText(document)].join('');
      expect(JSON.stringify(traceSchema.parse(JSON.parse(text)))).toBe(JSON.stringify(document));
      const folder = join(freshFolder(), 'trace');
      await writeFolder(folder, [{ name: 'trace.json', chunks: [text] }]);
      const read = await readTraceDocument(folder);
      expect([...traceJsonText(read)].join('')).toBe(text);
      expect([...destinationsTable(read)]).toEqual([...destinationsTable(document)]);
      expect([...originsTable(read)]).toEqual([...originsTable(document)]);
    },
  );

  it('is frozen down to its last value', () => {
    const open: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if (!Object.isFrozen(value)) open.push(path);
      for (const [name, part] of Object.entries(value)) walk(part, `${path}.${name}`);
    };
    for (const [name, make] of DOCUMENTS) walk(make(), name);
    expect(open).toEqual([]);
  });

  it('says which case it belongs to, and every operator of each lead that it reaches', () => {
    expect(forward('anna').case).toEqual({
      sha256: SHA,
      leads: [
        { lead: 'C001', accounts: 2, reached: [key('collector'), key('keeper')] },
        { lead: 'C002', accounts: 1, reached: [] },
      ],
    });
    expect(forward('keeper').case?.leads[0]?.reached).toEqual([]);
    expect(forward('keeper').claim.named).toEqual([key('keeper')]);
    expect(forward('anna').claim.named).toEqual([]);
    expect(mintTrace(protectTrace(traceForward(graph, { accounts: nodes('anna') }))).case).toBeNull();
  });

  it('takes payers together, and others, so that with the named they add up to what was followed', () => {
    const { claimed, destinations, unnamedDestinations, unlistedDestinations, endsAtSources } = forward('other');
    expect(unnamedDestinations?.map(({ protection, accounts }) => [protection, accounts])).toEqual([
      ['protected-payer', 2],
      ['unnamed', 3],
    ]);
    for (const { rule, amount } of claimed![0]!.amounts) {
      const under = (range: TracedRange): number => {
        const { exactMinor, amount: text } = range.amounts.find((one) => one.rule === rule)!;
        const [top, bottom] = (exactMinor ?? '').split('/').map(Number);
        return exactMinor === undefined ? Number(text) : top! / bottom!;
      };
      const named = destinations!.filter(({ protection }) => protection === 'named');
      const parts = [...named, ...unnamedDestinations!, ...unlistedDestinations!, ...endsAtSources!];
      expect(parts.reduce((sum, part) => sum + under(part), 0)).toBeCloseTo(Number(amount), 6);
    }
  });

  it('gives its transfers by file and line, as many columns as rules', () => {
    const traceCase = protectTrace(traceForward(graph, { accounts: nodes('keeper') }, { rules: ['fifo', 'poison'] }));
    const document = mintTrace(traceCase);
    const lines = [...stepsTable(document, traceSteps(traceCase))].join('').trim().split('\n');
    expect(lines[0]).toBe('file,line,time,currency,fifo,poison,hops,asserted');
    expect(lines).toHaveLength(4);
  });
});

describe('readTraceDocument', () => {
  it('says what is wrong with anything else', async () => {
    const folder = freshFolder();
    const unreadable = (pattern: RegExp): Promise<void> =>
      expect(readTraceDocument(folder)).rejects.toMatchObject({
        code: 'trace-unreadable',
        message: expect.stringMatching(pattern) as string,
      });
    await unreadable(/Expected a trace folder with trace\.json/u);
    const made = forward('anna');
    const badAmount = { ...made, claimed: [{ ...made.claimed![0]!, lowest: '1e9' }] };
    const dividedByNothing = { ...made.claimed![0]!, amounts: [{ rule: 'fifo', amount: '1', exactMinor: '1/0' }] };
    for (const [text, pattern] of [
      ['{', /to hold JSON/u],
      ['null', /of format 2 but found none/u],
      [JSON.stringify({ ...made, format: 1 }), /of format 2 but found format 1/u],
      [JSON.stringify(badAmount), /keep to the schema of a trace: claimed\.0\.lowest/u],
      [JSON.stringify({ ...made, claimed: [dividedByNothing] }), /claimed\.0\.amounts\.0\.exactMinor/u],
    ] as const) {
      writeFileSync(join(folder, 'trace.json'), text);
      await unreadable(pattern);
    }
  });
});
