import { type CaseDocument } from '../../disclosure/index.js';

/**
 * Sixteen hexadecimal digits that are the same for the same case: two FNV-1a sums over what its leads are. No proof of
 * anything: it only keeps ids of two cases apart in one database.
 */
export function caseKey({ data, leads }: CaseDocument): string {
  const text = JSON.stringify([
    data.transfers,
    data.period,
    leads.map(({ lead, operators, transferCount, files, first, last }) => [
      lead,
      operators.map(({ accounts }) => accounts.map(({ institution, account }) => [institution, account])),
      transferCount,
      files,
      first,
      last,
    ]),
  ]);
  return [0x811c9dc5, 0x2c1b3c6d].map((basis) => sum(text, basis).toString(16).padStart(8, '0')).join('');
}

function sum(text: string, basis: number): number {
  let hash = basis;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
