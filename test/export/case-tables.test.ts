import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type CaseDocument } from '../../src/disclosure/index.js';
import {
  accountsTable,
  findingsTable,
  leadsTable,
  leadTransfersTable,
  outsideFindingsTable,
} from '../../src/export/index.js';
import { madeCase } from '../support/case-documents.js';

function read(table: Iterable<string>): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>([...table].join(''), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
}

/** The same case with a text before every account, place and file name. */
function prefixed(document: CaseDocument, prefix: string): CaseDocument {
  for (const lead of document.leads) {
    lead.places = lead.places.map((place) => prefix + place);
    lead.files = lead.files.map((file) => prefix + file);
    for (const operator of lead.operators) {
      operator.accounts = operator.accounts.map((one) => ({ institution: '', account: prefix + one.account }));
    }
  }
  return document;
}

describe('tables of a case', () => {
  it('write the transfers of a lead with words for ends that are not named', () => {
    const [lead] = madeCase().leads;
    const rows = read(leadTransfersTable(lead!, 'second'));
    expect(Object.keys(rows[0]!)).toEqual(
      'lead findings file line time from to amount currency channel place_from place_to country_from country_to'.split(
        ' ',
      ),
    );
    const { transfers, operators, findings } = lead!;
    rows.forEach((row, i) => {
      const nameOf = (end: number): string => {
        if (end < 0) return end === -1 ? 'protected payer' : 'other account';
        const { institution, account } = operators[end]!.accounts[0]!;
        return `${institution}:${account}`;
      };
      expect([row['from'], row['to']]).toEqual([nameOf(transfers.from[i]!), nameOf(transfers.to[i]!)]);
      expect([row['amount'], row['line']]).toEqual([transfers.amount[i], String(transfers.line[i])]);
      expect(row['findings']).toBe(transfers.findings[i]!.map((at) => findings[at]).join(' '));
      expect(row['time']).toMatch(/^2024-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u);
    });
    const [first] = read(leadTransfersTable(madeCase({ clock: false }).leads[0]!, 'order'));
    expect(first!['time']).toBe('0');
  });

  it('guard every text that came from a file', () => {
    for (const prefix of ['=1+1,"', '+cmd\n', '@a\u202e', '-2']) {
      const document = prefixed(madeCase({ hostile: '"\r\n,;' }), prefix);
      const tables = [leadsTable, accountsTable, findingsTable, outsideFindingsTable].map((table) =>
        read(table(document)),
      );
      const cells = [...tables.flat(), ...read(leadTransfersTable(document.leads[0]!, 'second'))].flatMap((row) =>
        Object.values(row),
      );
      expect(cells.filter((cell) => /^\s*[=+\-@]/u.test(cell))).toEqual([]);
      expect(cells.filter((cell) => cell.includes('\u202e'))).toEqual([]);
    }
  });

  it('keep findings of leads apart from the others, alternatives in a column of their own', () => {
    const document = madeCase({ leads: 2 });
    document.findings[0]!.lead = null;
    const [inside, outside] = [read(findingsTable(document)), read(outsideFindingsTable(document))];
    expect([inside.length, outside.length]).toEqual([document.findings.length - 1, 1]);
    expect(outside[0]).toMatchObject({
      ...{ finding: document.findings[0]!.finding, lead: '', payers: '7', transfers: '3' },
      measured: 'senders 7 (at least 5); received EUR 700.00',
    });
    expect(outside[0]!['alternatives']).toContain('A05 Shop: cannot be tested (Channels are not in the data)');
  });

  it('say role, rule and runner-up of an account in words', () => {
    const document = madeCase();
    const [operator] = document.leads[0]!.operators;
    operator!.runnerUp = { role: 'coordinator', label: 'possible coordinator (may be exploited)', reasons: [] };
    expect(read(accountsTable(document))[0]).toMatchObject({
      ...{
        lead: 'C001',
        role: 'possible collector',
        rule: 'O1 gathers',
        runner_up: 'possible coordinator (may be exploited)',
      },
      ...{ country: 'NG', counterparties: '12', first: '2024-01-01' },
    });
  });
});
