import { type PreparedLead } from './prepare.js';

/** What the columns of the journey are called. */
export const COLUMN_TITLES = [
  'Paid in by',
  'Collected',
  'Passed on',
  'Coordinated',
  'Passed on again',
  'Services',
  'Paid out',
];
const COLUMN_OF = {
  collector: 1,
  'pass-through': 2,
  'value-transfer': 2,
  coordinator: 3,
  operator: 3,
  'journey-service': 5,
} as const;

/** The column of each account: by role, and one behind the coordinators for who gets most of its money from there. */
export function columnsOf({ accounts, lead, minor }: PreparedLead, rows: readonly number[]): number[] {
  const columns: number[] = accounts.map(({ role }) => COLUMN_OF[role]);
  const all = new Float64Array(accounts.length);
  const late = new Float64Array(accounts.length);
  for (const row of rows) {
    const [a, b] = [lead.transfers.from[row]!, lead.transfers.to[row]!];
    if (b < 0 || a === b) continue;
    all[b] = all[b]! + minor[row]!;
    if (a >= 0 && columns[a]! >= 3) late[b] = late[b]! + minor[row]!;
  }
  return columns.map((column, i) => {
    const mayMove = accounts[i]!.role === 'pass-through' || accounts[i]!.role === 'operator';
    return mayMove && late[i]! > all[i]! / 2 ? 4 : column;
  });
}
