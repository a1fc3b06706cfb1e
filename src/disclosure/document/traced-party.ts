import { type AccountKey } from '../../ledger/index.js';
import { type TraceParty } from '../trace-names.js';

/** An account as the document shows it: its texts where it may be named, else its label. Shares nothing with the trace. */
export function mintParty(party: TraceParty): { accounts: AccountKey[] } | { label: string } {
  return party.kind === 'named' ? { accounts: party.accounts.map(mintAccount) } : { label: party.label };
}

export function mintAccount({ institution, account }: AccountKey): AccountKey {
  return { institution, account };
}
