import { describe, expect, it } from 'vitest';
import { buildTemporalGraph } from '../../../src/graph/index.js';
import { askAccount } from '../../../src/investigation/index.js';
import { readAsFiles } from '../../support/read-as-files.js';
import { describeCase } from '../support/describe-case.js';
import { firedOf } from '../support/judge-story.js';
import { named } from '../support/story.js';
import { earlierFile, TWO_BRANCHES } from './transfers.js';

const { judged } = describeCase(TWO_BRANCHES);

describe('C13 in detail', () => {
  it('sees 985,000 that cancel out but for 15,000', () => {
    const [settlement] = firedOf(judged, 'net-settlement');
    expect(settlement?.measured.get('grossAmount')).toBe('985000.00');
    expect(settlement?.measured.get('netAmount')).toBe('15000.00');
    expect(settlement?.subjects).toEqual(['C13-a', 'C13-c']);
  });

  it('sees two collectors at one wallet', () => {
    expect(firedOf(judged, 'crypto-bridge').map(({ subjects }) => subjects)).toEqual([['C13-k-0', 'C13-k-1']]);
  });

  it('finds the wallet in the file of the year before, under another holder, and names nobody who uses it', async () => {
    const { ledger, holders } = await readAsFiles(TWO_BRANCHES.story.transfers, earlierFile());
    const graph = buildTemporalGraph(ledger, { joinHolders: false });
    const at = (account: string): number => ledger.accounts.find({ institution: '', account })!;
    const answer = askAccount(graph, at('C13-wallet'));
    expect(answer.files).toEqual([
      { file: 'file-0.csv', transfers: 16, others: null },
      { file: 'file-1.csv', transfers: 12, others: 4 },
    ]);
    expect(answer).toMatchObject({ named: null, operators: [], others: 6, inSeveralFiles: 0, shared: false });
    expect(holders.severalNames).toBe(1);
    expect(JSON.stringify(answer)).not.toContain('C13');
    const operators = named('C13-k', 2).map(at);
    const within = askAccount(graph, at('C13-wallet'), { operators });
    expect(within.operators.map(({ accounts, paidIn }) => [accounts[0]!.account, paidIn])).toEqual([
      ['C13-k-0', 8],
      ['C13-k-1', 8],
    ]);
    expect(JSON.stringify(within)).not.toMatch(/C13-(?:family|earlier|wallet)/u);
  });
});
