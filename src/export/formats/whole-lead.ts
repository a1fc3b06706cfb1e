import { type LeadDocument } from '../../disclosure/index.js';
import { InputError } from '../../foundation/index.js';
import { instantMs } from './instant-text.js';

/**
 * Makes sure that the columns of a lead fit together: all of one length, all indexes in range. A document that the library
 * wrote always does; one that was edited may not.
 *
 * @throws InputError `case-unreadable`
 */
export function requireWholeLead(lead: LeadDocument): void {
  const { transfers, operators, protectedPayers, currencies, channels, places, files, findings } = lead;
  const { start, findings: findingsOf, ...columns } = transfers;
  const count = transfers.from.length;
  for (const [name, column] of Object.entries({ ...columns, findings: findingsOf })) {
    insist(column.length === count, lead, `${count} transfers in column ${name}`, column.length);
  }
  insist(protectedPayers.byOperator.length === operators.length, lead, 'one number of payers for each operator');
  insist(start === null || instantMs(start) !== null, lead, 'an instant that seconds count from');
  for (const [list, ...named] of [
    [operators, transfers.from, transfers.to],
    [currencies, transfers.currency],
    [channels, transfers.channel],
    [places, transfers.countryFrom, transfers.countryTo, transfers.placeFrom, transfers.placeTo],
    [files, transfers.file],
    [findings, ...findingsOf],
  ] as const) {
    for (const column of named) {
      const beyond = column.find((index) => index >= list.length);
      insist(beyond === undefined, lead, `an index below ${list.length}`, beyond);
    }
  }
}

/** @throws InputError `case-unreadable` if two leads have the same id */
export function requireDistinctLeads(leads: readonly LeadDocument[]): void {
  const seen = new Set<string>();
  for (const lead of leads) {
    insist(!seen.has(lead.lead), lead, 'an id that no other lead has');
    seen.add(lead.lead);
  }
}

function insist(holds: boolean, { lead }: LeadDocument, expected: string, received?: number): void {
  if (holds) return;
  const but = received === undefined ? '' : ` but received ${received}`;
  throw new InputError('case-unreadable', `Expected ${expected} in lead ${lead}${but}`);
}
