import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/foundation/index.js';
import { caseJsonText } from '../../src/export/index.js';
import { investigate, type Investigation } from '../../src/investigation/index.js';
import { simulateWorld } from '../../src/simulation/index.js';
import { ledgerOf } from '../support/small-ledgers.js';

const { ledger } = simulateWorld({ seed: 2, transfers: 8000 }).toLedger();
const run = (nullCheck: number, seed = 1, score: Readonly<Record<string, number>> = {}): Investigation =>
  investigate(ledger, { nullCheck, seed, stabilityRuns: 2, only: [], parameters: { score } });
const jsonOf = ({ document }: Investigation): string => [...caseJsonText(document)].join('');

describe('the option nullCheck', () => {
  const plain = investigate(ledger, { stabilityRuns: 2, only: [] });
  const checked = run(2);

  it('changes nothing where it is 0, and adds one entry where it is not', () => {
    expect(jsonOf(run(0))).toBe(jsonOf(plain));
    expect(plain.caseFile.nullCheck).toBeUndefined();
    expect(jsonOf(checked).replace(/^"nullCheck": .*\n/mu, '')).toBe(jsonOf(plain));
  });

  it('finds no lead by chance where the file has one, and says what that does not mean', () => {
    expect(checked.caseFile.nullCheck).toMatchObject({
      leads: plain.leads.length,
      runs: 2,
      freely: [0, 0],
      withinSixteenths: [0, 0],
      leadsFound: [0, 0, 0, 0],
    });
    expect(plain.leads.length).toBeGreaterThan(0);
    expect(checked.caseFile.nullCheck?.note).toMatch(/rules out noise, and not a trade of the same shape/u);
  });

  it('repeats with the seed, judges by the parameters of the run, and warns where chance makes leads', () => {
    const low = { candidateScore: -6, secondLookScore: -20, strongScore: -6, namedScore: -20 };
    const [one, again, other] = [run(2, 1, low), run(2, 1, low), run(2, 2, low)].map(
      ({ caseFile }) => caseFile.nullCheck!,
    );
    expect(again).toEqual(one);
    expect(one!.leadsFound.some((leads) => leads > 0)).toBe(true);
    expect(one!.note).toMatch(/^Warning: leads in \d of 4 files/u);
    expect(other!.runs).toBe(2);
  });

  it('is refused unless it is a whole number from 0 to 100, before anything is done', () => {
    const stages: string[] = [];
    for (const nullCheck of [-1, 1.5, 101, NaN, Infinity]) {
      const call = (): unknown =>
        investigate(ledger, { nullCheck, onProgress: ({ stage }) => void stages.push(stage) });
      expect(call).toThrow(UsageError);
      expect(call).toThrow(expect.objectContaining({ code: 'null-runs' }));
    }
    expect(stages).toEqual([]);
  });

  it('is not made where nothing can be judged, and the case says so', () => {
    const { caseFile } = investigate(ledgerOf('a>b@1', 'b>c@2'), { nullCheck: 1 });
    expect(caseFile.nullCheck).toBeUndefined();
    expect(caseFile.remarks).toContain('null check: not made, as nothing could be judged');
  });
});
