import { digitsOf, formatMinor, toMinor } from '../foundation/index.js';
import { type ReportLead } from './report-data.js';
import { counted, money } from './words/numbers.js';
import { BETWEEN_OTHERS, transferKind } from './transfer-kind.js';
import { countRoles, ROLE_ORDER, roleCount } from './words/role-words.js';

/** Who pays whom by role, as a Mermaid flowchart; transfers between others are not in it. Holds numbers, currencies and words of our own, no text of the data. */
export function roleFlowchart(lead: ReportLead): string {
  const { from, to, amount, currency } = lead.transfers;
  const roleOf = lead.operators.map(({ role }) => `R${ROLE_ORDER.indexOf(role.role)}`);
  const nameOf = (end: number): string => (end === -1 ? 'P' : end === -2 ? 'O' : roleOf[end]!);
  const digits = digitsOf(amount.filter((one) => one !== null));
  const links = new Map<string, { minor: bigint; count: number }>();
  from.forEach((a, i) => {
    if (transferKind(a, to[i]!) === BETWEEN_OTHERS) return;
    const key = `${nameOf(a)} ${nameOf(to[i]!)} ${currency[i]!}`;
    const { minor, count } = links.get(key) ?? { minor: 0n, count: 0 };
    links.set(key, { minor: minor + toMinor(amount[i] ?? '0', digits), count: count + 1 });
  });
  const edges = [...links].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    '```mermaid',
    'flowchart LR',
    `  P(("${counted(lead.protectedPayers.count, 'payer')}, protected"))`,
    ...countRoles(lead.operators).map(([role, count]) => `  R${ROLE_ORDER.indexOf(role)}["${roleCount(role, count)}"]`),
    ...(edges.some(([key]) => /O /u.test(`${key.split(' ').slice(0, 2).join(' ')} `))
      ? ['  O["other accounts, not named"]']
      : []),
    ...edges.map(([key, { minor, count }]) => {
      const [a, b, code] = key.split(' ');
      const name = (lead.currencies[Number(code)] ?? '').replaceAll(/[^A-Za-z0-9]/gu, '').slice(0, 8);
      return `  ${a!} -->|"${money({ currency: name, amount: formatMinor(minor, digits) })} in ${counted(count, 'transfer')}"| ${b!}`;
    }),
    '```',
  ].join('\n');
}
