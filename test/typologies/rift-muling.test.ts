import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type TransferInput } from '../../src/ledger/index.js';
import { runDetectors } from '../../src/typologies/index.js';
import { contextOf } from '../support/detection-context.js';
import { findingsOf } from '../support/detector-contract.js';

const FILE = `${process.env['ILLICIT_FLOWS_DATA'] ?? '../shared/data'}/rift-muling/fraud_patterns_dataset.csv`;

/** The published file: plain cells, no quotes. */
function readTransfers(): TransferInput[] {
  const [, ...lines] = readFileSync(FILE, 'utf8').trim().split(/\r?\n/);
  return lines.map((line) => {
    const [id, payer, beneficiary, amount, time] = line.split(',') as [string, string, string, string, string];
    return { id, payer, beneficiary, amount, currency: 'USD', timeMs: Date.parse(`${time.replace(' ', 'T')}Z`) };
  });
}

// Skipped where the public data set is not at hand: it is not part of the repository.
describe.skipIf(!existsSync(FILE))('the published money-muling file', () => {
  const found = (detector: string): string[][] => {
    const context = contextOf(readTransfers());
    const { accounts } = context.graph.ledger;
    const [run] = runDetectors(context, { only: [detector] });
    return findingsOf(run!).map(({ subjects }) => subjects.map((account) => accounts.key(account).account));
  };

  it('has one collector, one distributor and seven round trips', () => {
    expect(found('fan-in')).toEqual([['ACC_200']]);
    expect(found('fan-out')).toEqual([['ACC_300']]);
    expect(
      found('round-trip')
        .map((accounts) => [accounts[0], accounts.length])
        .sort(),
    ).toEqual([
      ['ACC_001', 3],
      ['ACC_010', 4],
      ['ACC_020', 5],
      ['ACC_030', 3],
      ['ACC_040', 4],
      ['ACC_050', 4],
      ['ACC_060', 3],
    ]);
  });

  it('leaves its ordinary accounts alone, and the chains, which are no pattern of these', () => {
    expect(found('gather-scatter')).toEqual([]);
    expect(found('scatter-gather')).toEqual([]);
    const context = contextOf(readTransfers());
    const { accounts } = context.graph.ledger;
    for (const run of runDetectors(context)) {
      if (run.detection.status !== 'evaluated') continue;
      for (const { subjects } of run.detection.findings.items) {
        for (const subject of subjects) expect(accounts.key(subject).account).not.toMatch(/^NORM/);
      }
    }
  });
});
