import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Account, type Ties } from '../../src/foundation/index.js';
import { buildTemporalGraph, type TemporalGraph } from '../../src/graph/index.js';
import { type Ledger } from '../../src/ledger/index.js';
import { readTransactions } from '../../src/node/index.js';

/** Three real thefts with flows checked by hand (LaunderNetEvm41, MIT licence). */
export const LAUNDER_EVM_CASES = ['LIFI', 'TxPhish', 'HB'] as const;
export type LaunderEvmCase = (typeof LAUNDER_EVM_CASES)[number];

/**
 * All transfers of one block carry its second, and a transaction can move money on within itself: strictly increasing
 * times lose two terminals of LIFI and one of TxPhish.
 */
export const SAME_BLOCK: Ties = 'same-instant-allowed';

/** Addresses of a case, as written. Terminals are those that occur in the flows. */
export interface KnownEnds {
  readonly sources: readonly string[];
  readonly terminals: readonly string[];
}

const folder = join(process.env['ILLICIT_FLOWS_DATA'] ?? '../shared/data', 'launder-evm');

export const hasLaunderEvm = existsSync(folder);

/** The flows of a case with its known start and end. */
export async function readLaunderEvm(name: LaunderEvmCase): Promise<KnownEnds & { readonly ledger: Ledger }> {
  const { ledger } = await readTransactions(join(folder, name, 'flows.csv'), { mapping: 'launder-evm' });
  const listed = (file: string): string[] =>
    readFileSync(join(folder, name, file), 'utf8')
      .split(/\s+/)
      .filter((address) => ledger.accounts.find({ institution: '', account: address }) !== undefined);
  return { ledger, sources: listed('source-addresses.csv'), terminals: listed('terminal-addresses.csv') };
}

/** The graph of a ledger, and the nodes of the known ends in it. */
export interface KnownGraph {
  readonly graph: TemporalGraph;
  readonly sources: readonly Account[];
  readonly terminals: ReadonlySet<Account>;
}

export function knownGraph(ledger: Ledger, { sources, terminals }: KnownEnds): KnownGraph {
  const node = (address: string): Account => ledger.accounts.find({ institution: '', account: address })!;
  return { graph: buildTemporalGraph(ledger), sources: sources.map(node), terminals: new Set(terminals.map(node)) };
}
