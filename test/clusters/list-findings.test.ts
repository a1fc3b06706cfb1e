import { describe, expect, it } from 'vitest';
import { listFindings } from '../../src/clusters/list-findings.js';
import { type Finding } from '../../src/evidence/index.js';
import { buildTemporalGraph } from '../../src/graph/index.js';
import { createLedger } from '../../src/ledger/index.js';
import { protectPayers } from '../../src/roles/index.js';
import { type DetectorRun, DETECTORS } from '../../src/typologies/index.js';

const graph = buildTemporalGraph(createLedger([{ payer: 'p', beneficiary: 'holder', timeMs: 0, amount: '1' }]).ledger);
const holder = graph.ledger.accounts.find({ institution: '', account: 'holder' })!;

/** Accounts listed for one finding about the holder, who is in no lead. */
function listed(more: Partial<Finding>): { readonly names: string[]; readonly unnamed: number } {
  const detector = DETECTORS.find(({ id }) => id === 'escrow-hold-release')!;
  const finding: Finding = {
    ...{ typology: detector.id, version: 1, countClass: 'primary', family: 'structure', status: 'fired', strength: 1 },
    ...{ subjects: [holder], payers: [], receivers: [], rows: [0], measured: [], alternatives: [] },
    ...more,
  };
  const findings = { items: [finding], complete: true, total: 1 };
  const detection = { status: 'evaluated', findings, remarks: [] };
  const run = { detector, parameters: {}, coverage: [], detection } as unknown as DetectorRun;
  const [entry] = listFindings([run], protectPayers(graph, []), () => undefined);
  return { names: entry!.accounts.map(({ account }) => account), unnamed: entry!.unnamedSubjects };
}

describe('accounts listed for a finding outside leads', () => {
  it('are its subjects, unless it is explained or may be chance', () => {
    expect(listed({})).toEqual({ names: ['holder'], unnamed: 0 });
    expect(listed({ status: 'explained' })).toEqual({ names: [], unnamed: 1 });
    expect(listed({ mayBeChance: true })).toEqual({ names: [], unnamed: 1 });
  });
});
