import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mintLead } from '../../../src/disclosure/document/mint-lead.js';
import { type LeadDocument } from '../../../src/disclosure/index.js';
import { addFractions, type Fraction, ZERO } from '../../../src/foundation/index.js';
import { buildTemporalGraph } from '../../../src/graph/index.js';
import { createLedger, type TransferInput } from '../../../src/ledger/index.js';
import { printAmount, traceByRules } from '../../../src/trace/index.js';
import { madeLeadView } from '../../support/lead-view.js';

const NAMES = ['op-a', 'op-b', 'op-c', 'payer-1', 'payer-2', 'payer-3', 'payer-4', 'shop-5'];
const PLACES = ['Ada', 'Bern'];

const transfers: fc.Arbitrary<TransferInput[]> = fc.array(
  fc.record({
    payer: fc.constantFrom(...NAMES),
    beneficiary: fc.constantFrom(...NAMES),
    timeMs: fc.integer({ min: 0, max: 8 }),
    amount: fc.constantFrom('1', '2.5', '10', '0.25'),
    currency: fc.constantFrom('EUR', 'USD'),
    countryFrom: fc.constantFrom(...PLACES),
    countryTo: fc.constantFrom(...PLACES),
  }),
  { minLength: 3, maxLength: 30 },
);

/** Of 11 that are held a tenth was paid in: 0.9 in a file that has 2.5 elsewhere. */
const MORE_DECIMALS_ELSEWHERE: TransferInput[] = (
  [
    ['op-b', 'op-a', 0, '1'],
    ['op-a', 'payer-3', 2, '1'],
    ['op-b', 'op-a', 1, '10'],
    ['payer-4', 'shop-5', 0, '2.5'],
    ['payer-3', 'op-b', 0, '1'],
  ] as const
).map(([payer, beneficiary, timeMs, amount]) => ({
  ...{ payer, beneficiary, timeMs, amount },
  ...{ currency: 'USD', countryFrom: 'Ada', countryTo: 'Ada' },
}));

/** The lead of op-a, op-b and op-c, and the transfers in ledger order, as text; undefined where none is an operator. */
function minted(
  given: TransferInput[],
): { lead: LeadDocument; rows: TransferInput[]; operators: Set<string> } | undefined {
  const present = new Set(given.flatMap(({ payer, beneficiary }) => [payer as string, beneficiary as string]));
  const view = madeLeadView(given, { operators: NAMES.slice(0, 3).filter((name) => present.has(name)) });
  if (view.lead.operators.length === 0 || view.formed.rows.length === 0) return undefined;
  const { document: lead } = mintLead(view, { findings: ['F00001'], titles: new Map() });
  const operators = new Set(lead.operators.flatMap(({ accounts }) => accounts.map(({ account }) => account)));
  const { sourceLine } = view.graph.ledger.columns;
  return { lead, rows: Array.from(sourceLine, (line) => given[line - 1]!), operators };
}

const others = (rows: readonly TransferInput[]): TransferInput[] => rows.filter((one) => one.payer !== one.beneficiary);

describe('the document of a lead, against slow oracles', () => {
  it('names no account that is no operator, anywhere', () => {
    fc.assert(
      fc.property(transfers, (given) => {
        const made = minted(given);
        if (made === undefined) return;
        const text = JSON.stringify(made.lead);
        for (const name of NAMES) expect([name, text.includes(name)]).toEqual([name, made.operators.has(name)]);
      }),
    );
  });

  it('puts every sender into one of three groups', () => {
    fc.assert(
      fc.property(transfers, (given) => {
        const made = minted(given);
        if (made === undefined) return;
        const { lead, operators } = made;
        const own = others(given);
        const senders = new Set(
          own.filter((one) => operators.has(one.beneficiary as string)).map(({ payer }) => payer as string),
        );
        const back = new Set(
          own.filter((one) => operators.has(one.payer as string)).map((one) => one.beneficiary as string),
        );
        const outside = [...senders].filter((name) => !operators.has(name));
        expect(lead.senders).toEqual({
          operators: senders.size - outside.length,
          protectedPayers: outside.filter((name) => !back.has(name)).length,
          alsoPaidBack: outside.filter((name) => back.has(name)).length,
        });
        const payers = outside.filter((name) => !back.has(name));
        const paid = (name: string, by: string): boolean =>
          own.some((one) => one.payer === by && one.beneficiary === name);
        expect(lead.protectedPayers.byOperator).toEqual(
          lead.operators.map(({ accounts }) => payers.filter((by) => paid(accounts[0]!.account, by)).length),
        );
        for (const country of PLACES) {
          const from = payers.filter((by) =>
            own.some(
              (one) => one.payer === by && operators.has(one.beneficiary as string) && one.countryFrom === country,
            ),
          );
          const shown = lead.protectedPayers.byCountry.find((one) => one.country === country)?.count;
          expect(shown).toBe(from.length >= 3 ? from.length : undefined);
        }
      }),
    );
  });

  it('lists the transfers that touch an operator once, in order, with the right ends and no lonely place', () => {
    fc.assert(
      fc.property(transfers, (given) => {
        const made = minted(given);
        if (made === undefined) return;
        const { lead, rows, operators } = made;
        const listed = others(rows).filter(
          (one) => operators.has(one.payer as string) || operators.has(one.beneficiary as string),
        );
        const nameOf = (end: number): string => lead.operators[end]?.accounts[0]!.account ?? 'unnamed';
        const shown = (name: unknown): string => (operators.has(name as string) ? (name as string) : 'unnamed');
        const columns = lead.transfers;
        expect(columns.from.map(nameOf)).toEqual(listed.map(({ payer }) => shown(payer)));
        expect(columns.to.map(nameOf)).toEqual(listed.map(({ beneficiary }) => shown(beneficiary)));
        expect(columns.amount.map(Number)).toEqual(listed.map(({ amount }) => Number(amount)));
        listed.forEach((one, i) => {
          const alike = listed.filter(
            (two) => !operators.has(two.payer as string) && two.countryFrom === one.countryFrom,
          );
          const mayShow = operators.has(one.payer as string) || new Set(alike.map(({ payer }) => payer)).size >= 3;
          expect(lead.places[columns.countryFrom[i]!]).toBe(mayShow ? one.countryFrom : undefined);
        });
      }),
    );
  });

  it('holds what a trace finds with everybody else as one who pays and one who is paid', () => {
    fc.assert(
      fc.property(transfers, (given) => {
        const made = minted(given);
        if (made === undefined) return;
        const { lead, rows, operators } = made;
        const isTold = ({ payer, beneficiary }: TransferInput): boolean =>
          payer !== beneficiary && (operators.has(payer as string) || operators.has(beneficiary as string));
        // Whatever else is in the file stays among strangers: sums have the decimals of the whole file.
        const told = rows.map((one, order) => ({
          ...one,
          payer: !isTold(one) ? 'stranger' : operators.has(one.payer as string) ? one.payer : 'outside',
          beneficiary: !isTold(one)
            ? 'other stranger'
            : operators.has(one.beneficiary as string)
              ? one.beneficiary
              : 'away',
          timeMs: order,
        }));
        const graph = buildTemporalGraph(createLedger(told).ledger);
        const nameOf = (node: number): string => graph.ledger.accounts.key(node).account;
        const claim = told.flatMap(({ payer }, row) => (payer === 'outside' ? [row] : []));
        const { traces } = traceByRules(
          graph,
          { rows: claim },
          { rules: ['fifo', 'pro-rata', 'lifo'], checkTies: false },
        );
        traces.forEach(({ ends }, i) => {
          // Exact first and rounded once: parts that are rounded one by one add up to another cent.
          const sums = new Map<number, Fraction>();
          for (const { state, account, currency, amount } of ends) {
            if (state !== 'held' || !operators.has(nameOf(account))) continue;
            sums.set(currency, addFractions(sums.get(currency) ?? ZERO, amount));
          }
          const held = new Map(lead.held[i]?.sums.map(({ currency, amount }) => [currency, Number(amount)]));
          graph.ledger.currencies.forEach(({ code, scale }, currency) => {
            const sum = sums.get(currency);
            expect(held.get(code) ?? 0).toBe(sum === undefined ? 0 : Number(printAmount(sum, scale)));
          });
        });
      }),
      { numRuns: 60, examples: [[MORE_DECIMALS_ELSEWHERE]] },
    );
  });
});
