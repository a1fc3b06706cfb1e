import { describe, expect, it } from 'vitest';
import { leadSchema } from '../../../src/disclosure/document/index.js';
import { type LeadDocument } from '../../../src/disclosure/index.js';
import { rowsOfLead } from '../../../src/disclosure/document/lead-rows.js';
import { mintLead } from '../../../src/disclosure/document/mint-lead.js';
import { DAY_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { madeLeadView } from '../../support/lead-view.js';

const START = Date.UTC(2024, 0, 31);

/** `payer>beneficiary amount [from to]`, one a day. */
function pay(text: string, day: number): TransferInput {
  const [ends = '', amount = '', countryFrom, countryTo] = text.split(' ');
  const [payer = '', beneficiary = ''] = ends.split('>');
  return {
    ...{ payer, beneficiary, amount, currency: 'EUR', timeMs: START + day * DAY_MS },
    ...(countryFrom === undefined ? {} : { countryFrom, countryTo: countryTo! }),
  };
}

// Five pay the gatherer, who pays the boss; the boss pays one of them back and a shop; a stranger pays a shop.
const TRANSFERS = [
  'p1>gatherer 100 NG NE',
  'p2>gatherer 100 NG NE',
  'p3>gatherer 100 NG NE',
  'p4>gatherer 50 ML NE',
  'gatherer>boss 300 NE LY',
  'p5>boss 80 NG LY',
  'boss>p4 20 LY ML',
  'boss>shop 60.55 LY LY',
  'stranger>shop 9 LY LY',
].map(pay);

const PLACELESS = TRANSFERS.map(({ payer, beneficiary, amount, currency, timeMs }) => ({
  ...{ payer, beneficiary, timeMs },
  ...{ amount: amount!, currency: currency! },
}));

function mint(transfers: readonly TransferInput[] = TRANSFERS, more = {}): LeadDocument {
  const view = madeLeadView(transfers, { operators: ['gatherer', 'boss'], ...more });
  return mintLead(view, { findings: ['F00001'], titles: new Map() }).document;
}

describe('the document of a lead', () => {
  const lead = mint();

  it('keeps to its schema, also as JSON', () => {
    expect(leadSchema.parse(lead)).toEqual(lead);
    expect(JSON.parse(JSON.stringify(lead))).toEqual(lead);
  });

  it('holds every transfer of the lead once, with unnamed ends as numbers', () => {
    const [boss, gatherer] = [0, 1];
    expect(lead.operators.map(({ accounts }) => accounts[0]!.account)).toEqual(['boss', 'gatherer']);
    const { from, to, amount, seconds, start, line } = lead.transfers;
    // Who paid and got something back is no protected payer in this lead, whichever way money goes.
    expect(from).toEqual([-1, -1, -1, -2, gatherer, -1, boss, boss]);
    expect(to).toEqual([gatherer, gatherer, gatherer, gatherer, boss, boss, -2, -2]);
    expect(amount).toEqual(['100.00', '100.00', '100.00', '50.00', '300.00', '80.00', '20.00', '60.55']);
    expect([start, seconds.slice(0, 3)]).toEqual(['2024-01-31T00:00:00Z', [0, 86_400, 172_800]]);
    expect(line).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(lead.transfers.findings.every((own) => own[0] === 0)).toBe(true);
  });

  it('counts senders in three groups, and countries that at least three paid from', () => {
    expect(lead.senders).toEqual({ operators: 1, protectedPayers: 4, alsoPaidBack: 1 });
    expect(lead.protectedPayers).toMatchObject({
      count: 4,
      byCountry: [{ country: 'NG', count: 4 }],
      byOperator: [1, 3],
    });
  });

  it('hides places that fewer than three unnamed accounts share, and corridors of fewer than three', () => {
    const placeOf = (at: number): string | undefined => lead.places[at];
    expect(lead.transfers.countryFrom.map(placeOf)).toEqual(['NG', 'NG', 'NG', undefined, 'NE', 'NG', 'LY', 'LY']);
    expect(lead.transfers.countryTo.map(placeOf)).toEqual(['NE', 'NE', 'NE', 'NE', 'LY', 'LY', undefined, undefined]);
    expect(lead.corridors).toEqual([
      { from: 'NG', to: 'NE', transfers: 3, sums: [{ currency: 'EUR', amount: '300.00' }] },
    ]);
    expect(JSON.stringify(lead)).not.toContain('ML');
  });

  it('sums what came in, moved and went out, and what is still held', () => {
    const eur = (amount: string): unknown => [{ currency: 'EUR', amount }];
    expect([lead.paidIn, lead.moved, lead.paidOut]).toEqual([eur('430.00'), eur('300.00'), eur('80.55')]);
    // All money is exceptional, so every rule leaves what was not paid out: 430 less 80.55.
    expect(lead.held).toEqual(['fifo', 'pro-rata', 'lifo'].map((rule) => ({ rule, sums: eur('349.45') })));
  });

  it('tells rules apart where other money was there before', () => {
    const mixed = [pay('employer>boss 100', 0), pay('p1>boss 100', 1), pay('boss>shop 100', 2)];
    const view = madeLeadView(mixed, { operators: ['boss'] });
    const flow = { ...view.formed.flow, paidIn: [1] };
    const { held } = mintLead(
      { ...view, formed: { ...view.formed, flow } },
      { findings: [], titles: new Map() },
    ).document;
    expect(held.map(({ sums }) => sums[0]?.amount)).toEqual(['100', '50', undefined]);
  });

  it('describes an operator by all its transfers', () => {
    const [boss] = lead.operators;
    expect(boss).toMatchObject({
      country: 'LY',
      received: [{ currency: 'EUR', amount: '380.00' }],
      paid: [{ currency: 'EUR', amount: '80.55' }],
      ...{ first: '2024-02-04T00:00:00.000Z', last: '2024-02-07T00:00:00.000Z', counterparties: 4 },
    });
    expect(mint(PLACELESS).operators[0]!.country).toBeNull();
  });

  it('tells it in five sentences without an accusing word', () => {
    expect(lead.narrative).toEqual([
      '2 possible collectors were paid by 4 protected payers and by 1 other who got something back.',
      'Exceptional payments into it come to EUR 430.00; its accounts moved EUR 300.00 among themselves and passed EUR 80.55 on to others.',
      'Its transfers run from 31 Jan 2024 to 8 Feb 2024.',
      'Payers paid from Nigeria (4 payers); its accounts deal mostly in Libya (1) and Niger (1).',
      'It needs review; no part speaks against it.',
    ]);
    const bare = mint(PLACELESS);
    expect(bare.narrative[3]).toBe('Countries and places are not in the data.');
  });

  it('shows an operator that no row names with transfers of its own, and cuts without losing one', () => {
    const apart = [...TRANSFERS, pay('p9>quiet 5', 9)];
    const view = madeLeadView(apart, { operators: ['gatherer', 'boss', 'quiet'] });
    const flow = { ...view.formed.flow, paidIn: [] };
    const { rows } = rowsOfLead({ ...view, formed: { ...view.formed, flow, rows: [0, 1, 2, 3] } });
    expect(rows).toContain(9);
    const cut = rowsOfLead(view, 3);
    expect(cut).toEqual({ rows: [0, 4, 9], leftOut: 6 });
  });

  it('counts an operator of another lead as an operator, never as a payer', () => {
    const other = mint([...TRANSFERS, pay('a>hub 5', 9), pay('hub>boss 7', 10)], { others: ['hub'] });
    expect(other.senders).toEqual({ operators: 2, protectedPayers: 4, alsoPaidBack: 1 });
    expect(other.transfers.from.at(-1)).toBe(-2);
  });
});
