import { type CaseDocument } from '../../src/disclosure/document/index.js';
import { type MadeCase, madeCase } from './case-documents.js';

/** Texts of a case that must not reach others; none of them is a word that we use ourselves. */
export const SECRETS = [
  'C001-ACC-0001',
  'Zweitkonto-998',
  'HubKonto-77123',
  'Nordsternbank',
  'Wintergasse 12, 3rd floor',
  'Ouagadougou-Gounghin',
  'nordstern-export.csv',
  'Frau Mustermann',
  'rent for the boat',
  'NORDSTERNBANK',
] as const;

/** A made-up case in which every optional field is filled as well, and in which texts hold what must not go further. */
export function fullCase(wish: MadeCase = {}): CaseDocument {
  const made = madeCase({ leads: 2, ...wish });
  const bank = 'Nordsternbank';
  const hub = { institution: bank, account: 'HubKonto-77123' };
  const second = { institution: bank, account: 'Zweitkonto-998' };
  const leads = made.leads.map((lead, at) => ({
    ...lead,
    operators: lead.operators.map((operator, i) => ({
      ...operator,
      accounts: i === 0 ? [...operator.accounts, second] : operator.accounts,
      country: i === 1 ? 'Wintergasse 12, 3rd floor' : operator.country,
      runnerUp:
        i === 2 ? { role: 'collector' as const, label: 'possible collector', reasons: ['Frau Mustermann'] } : null,
      role: { ...operator.role, reasons: ['Paid 1,234.50 by C001-ACC-0001 of Nordsternbank'] },
      first: '2024-01-01T08:00:00Z',
    })),
    parts: [
      ...lead.parts,
      {
        name: 'co-feeding',
        source: 'score' as const,
        side: 'for' as const,
        weight: 1.23456,
        sentence: 'Others who feed Nordsternbank: 4.',
      },
    ],
    protectedPayers: {
      ...lead.protectedPayers,
      needsReview: { 'makes many deposits': 4, 'pays several collectors': 1, 'Frau Mustermann': 5 },
    },
    places: [...lead.places, 'Ouagadougou-Gounghin'],
    transfers: { ...lead.transfers, placeFrom: lead.transfers.placeFrom.map(() => lead.places.length) },
    files: ['nordstern-export.csv'],
    narrative: ['NORDSTERNBANK paid.', ...lead.narrative.slice(1)],
    score: 4.123456789 - at,
  }));
  return {
    ...made,
    leads,
    findings: made.findings.map((finding) => ({
      ...finding,
      accounts: [second, leads[0]?.operators[1]?.accounts[0] ?? hub],
      sentence: 'Frau Mustermann paid rent for the boat.',
      alternatives: finding.alternatives.map((one) => ({ ...one, reason: 'rent for the boat to Frau Mustermann' })),
      evidence: [{ file: 'nordstern-export.csv', lines: [4711, 4712] }],
    })),
    protectionConcerns: [
      { typology: 'wage-to-debt', findings: 1, concerned: null, accounts: [second] },
      { typology: 'demand-escalation', findings: 5, concerned: 7, accounts: [second, hub] },
    ],
    nullCheck: {
      runs: 2,
      leadsFound: [0, 1, 0, 0],
      freely: [0, 1],
      withinSixteenths: [0, 0],
      note: 'Nordsternbank',
      leads: 2,
    },
    hubs: [
      { accounts: [hub], counterparties: 1234 },
      { accounts: null, counterparties: 2 },
    ],
    unnamed: {
      weak: [
        { meanScore: 2.3456789, feeFlow: true, accounts: 2 },
        { meanScore: 1.23456, feeFlow: false, accounts: 8 },
      ],
      setAside: [{ reading: 'Frau Mustermann', groups: 1 }],
      withheld: 7,
    },
    incomplete: ['fan-in: stopped at HubKonto-77123'],
    remarks: ['nordstern-export.csv: 3 rows of Frau Mustermann'],
    data: {
      ...made.data,
      months: [...made.data.months, { month: '2024-06', currency: 'EUR', transfers: 2, amount: '98765.43' }],
      corridors: [
        ...made.data.corridors,
        {
          from: 'Wintergasse 12, 3rd floor',
          to: 'IT',
          transfers: 4,
          sums: [{ currency: 'Nordsternbank', amount: '5.00' }],
        },
      ],
    },
  };
}
