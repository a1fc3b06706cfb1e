import { type CaseDocument, type LeadDocument } from '../../src/disclosure/document/index.js';
import { type ReportRun } from '../../src/report/index.js';
import { madeCase } from '../support/case-documents.js';

/** A run as a manifest tells it. */
export function madeRun(name = 'transactions.csv'): ReportRun {
  const counts = { read: 1210, accepted: 1200, quarantined: 7, skipped: 3 };
  return {
    version: '0.1.0',
    options: { seed: 7 },
    totals: counts,
    inputs: [{ name, sha256: 'ab'.repeat(32), ...counts, notes: ['2 amounts have three decimals'] }],
  };
}

/** A made-up case without a lead. */
export function noLead(): CaseDocument {
  const document = madeCase();
  return { ...document, leads: [], findings: document.findings.map((finding) => ({ ...finding, lead: null })) };
}

type Role = LeadDocument['operators'][number]['role']['role'];
const CREW: readonly (readonly [Role, string, string])[] = [
  ['collector', 'FRBANK1', 'FR'],
  ['collector', 'FRBANK4', 'FR'],
  ['collector', 'GRBANK1', 'GR'],
  ['collector', 'GRBANK3', 'GR'],
  ['collector', 'SEBANK1', 'SE'],
  ['collector', 'RSBANK1', 'RS'],
  ['pass-through', 'GRBANK3', 'GR'],
  ['pass-through', 'RSBANK4', 'RS'],
  ['pass-through', 'HUBANK4', 'HU'],
  ['value-transfer', 'SEBANK2', 'SE'],
  ['coordinator', 'RSBANK1', 'RS'],
  ['coordinator', 'RSBANK4', 'RS'],
  ['coordinator', 'HUBANK1', 'HU'],
  ['journey-service', 'ATBANK1', 'AT'],
];
const PLACES = ['DE', 'AT', 'SE', 'FR', 'GR', 'RS', 'HU', 'Atlantis'];

/** A made-up case whose money runs along a journey, for looking at: payers, collectors, pass-through, coordinators. */
export function journeyCase(transfers = 1500): CaseDocument {
  const document = madeCase({ leads: 2, operators: CREW.length, transfers });
  return { ...document, leads: document.leads.map((lead, i) => journeyLead(lead, i + 1)) };
}

function journeyLead(lead: LeadDocument, seed: number): LeadDocument {
  const draw = drawer(seed);
  const of = (role: Role): number[] => CREW.flatMap(([one], i) => (one === role ? [i] : []));
  const pick = <T>(items: readonly T[]): T => items[draw(items.length)]!;
  const collectors = of('collector');
  const ends = lead.transfers.from.map((_, i) => {
    const kind = draw(100);
    const collector = pick(collectors);
    if (kind < 52)
      return { from: kind < 4 ? -2 : -1, to: kind > 48 ? 9 : collector, place: pick([0, 0, 0, 2, 2, 3, 3, 1]) };
    if (kind < 74) return { from: collector, to: pick([6, 7, 10, 11, 12, collector === 0 ? 6 : 10]), place: 4 };
    if (kind < 84) return { from: pick([6, 7, 9]), to: pick([10, 11, 12]), place: 4 };
    if (kind < 88) return { from: pick([10, 11]), to: 12, place: 5 };
    if (kind < 91) return { from: pick([10, 11, 12]), to: 8, place: 5 };
    if (kind < 93) return { from: pick([10, 12]), to: 13, place: 6 };
    if (kind < 94) return { from: 11, to: i % 2 === 0 ? 2 : 11, place: 5 };
    return { from: pick([...collectors, 8, 8, 12]), to: -2, place: 5 };
  });
  const placeOf = (end: number): number => (end < 0 ? -1 : PLACES.indexOf(CREW[end]![2]));
  return {
    ...lead,
    narrative: [
      '14 accounts at 11 institutions; 108 payers are protected.',
      'Exceptional payments of many families come into six accounts.',
      'Payments come in bursts of a few days.',
      'Paid in from four countries, paid out in two others.',
      'Payers pay six possible collectors; part of it moves through three pass-through accounts and reaches three possible coordinators.',
    ],
    operators: lead.operators.map((operator, i) => {
      const [role, institution, country] = CREW[i]!;
      const number = String(57_790_670 + i * 7_919_113 * seed);
      return {
        ...operator,
        accounts: [{ institution, account: number }],
        country,
        role: {
          role,
          label: `possible ${role} (may be exploited)`,
          reasons: ['Paid by 12 families, at least 5.', 'Pays 4 others.'],
        },
        runnerUp: { role: 'operator', label: 'account with no clearer role', reasons: ['Few payers.'] },
      };
    }),
    protectedPayers: {
      ...lead.protectedPayers,
      count: 108,
      needsReview: { 'pays several collectors': 37 },
      byCountry: [
        { country: 'DE', count: 36 },
        { country: 'SE', count: 25 },
        { country: 'FR', count: 29 },
      ],
      byOperator: CREW.map(([role], i) => (role === 'collector' ? 14 + i * 3 : i === 9 ? 12 : 0)),
    },
    bias: -0.4,
    places: PLACES,
    corridors: [{ from: 'DE', to: 'GR', transfers: 12, sums: [] }],
    transfers: {
      ...lead.transfers,
      from: ends.map(({ from }) => from),
      to: ends.map(({ to }) => to),
      countryFrom: ends.map(({ from, place }) => (from < 0 ? (place === 1 ? -1 : place) : placeOf(from))),
      countryTo: ends.map(({ to, place }) => (to < 0 ? place : placeOf(to))),
      channel: ends.map(({ to }, i) => (to === -2 ? i % 2 : 1)),
    },
  };
}

function drawer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A case whose leads have some transfers between two others, as evidence of findings brings them: the first ones. */
export function withOthers(document: CaseDocument, count: number): CaseDocument {
  return {
    ...document,
    leads: document.leads.map((lead) => ({
      ...lead,
      transfers: {
        ...lead.transfers,
        from: lead.transfers.from.map((end, i) => (i < count ? -1 - (i % 2) : end)),
        to: lead.transfers.to.map((end, i) => (i < count ? -2 : end)),
      },
    })),
  };
}
