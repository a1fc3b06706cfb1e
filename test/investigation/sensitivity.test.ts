import { describe, expect, it } from 'vitest';
import { investigate, sensitivity } from '../../src/investigation/index.js';
import { splitParameters } from '../../src/investigation/judgement-parameters.js';
import { matchGroups } from '../../src/investigation/match-groups.js';
import { DECIDING_PARAMETERS, movesOf } from '../../src/investigation/sensitivity-moves.js';
import { simulateWorld } from '../../src/simulation/index.js';
import { ledgerOf } from '../support/small-ledgers.js';

const { ledger } = simulateWorld({ seed: 2, transfers: 8000 }).toLedger();

describe('sensitivity', () => {
  const stages: [number, number | undefined][] = [];
  const answer = sensitivity(ledger, { onProgress: ({ done, total }) => void stages.push([done, total]) });

  it('moves every deciding parameter both ways, and says where a range does not allow it', () => {
    const count = 2 * Object.values(DECIDING_PARAMETERS).reduce((sum, names) => sum + names.length, 0);
    expect(count).toBe(34);
    expect(answer.moves.length + answer.notMoved.length).toBe(count);
    expect(answer.complete).toBe(true);
    expect(stages).toEqual(stages.map((_, i) => [i, answer.moves.length + 1]));
  });

  it('says of a move what two whole investigations show', () => {
    const own = investigate(ledger, { stabilityRuns: 1, only: [] });
    expect(answer.leads).toBe(own.leads.length);
    expect(own.leads.length).toBeGreaterThan(0);
    for (const parameter of ['score.secondLookScore', 'score.strongScore', 'features.exceptionalShare']) {
      for (const move of answer.moves.filter((one) => one.parameter === parameter)) {
        const [set, name] = parameter.split('.') as [string, string];
        const moved = investigate(ledger, { stabilityRuns: 1, only: [], parameters: { [set]: { [name]: move.to } } });
        expect([parameter, move.leads]).toEqual([parameter, moved.leads.length]);
        expect(move.appeared - move.gone.length).toBe(moved.leads.length - own.leads.length);
      }
    }
    const ids = own.leads.map(({ id }) => id);
    const named = answer.moves.flatMap(({ gone, changed }) => [...gone, ...changed.map(({ lead }) => lead)]);
    expect([...named, ...answer.steady].filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set([...named, ...answer.steady])).toEqual(new Set(ids));
  });

  it('moves the values in force, and stops where it is told to', () => {
    const parameters = { score: { secondLookScore: 2 } };
    const stopped = sensitivity(ledger, { parameters, mostJudgements: 1 });
    expect(stopped.moves.map(({ parameter, from, to }) => [parameter, from, to])).toEqual([
      ['score.secondLookScore', 2, 1.6],
    ]);
    expect([stopped.complete, stopped.stoppedBy]).toEqual([false, 'mostJudgements']);
  });

  it('hears a signal, and refuses what it does not know', () => {
    const control = new AbortController();
    const onProgress = ({ done }: { readonly done: number }): void => {
      if (done === 1) control.abort(new Error('enough'));
    };
    expect(() => sensitivity(ledger, { signal: control.signal, onProgress })).toThrow('enough');
    expect(() => sensitivity(ledger, { mostJudgements: 0 })).toThrow(expect.objectContaining({ code: 'option-range' }));
    expect(() => sensitivity(ledger, { parameters: { score: { nonsense: 1 } } })).toThrow(
      expect.objectContaining({ code: 'unknown-parameter' }),
    );
  });

  it('says that nothing can be judged without clock times', () => {
    expect(sensitivity(ledgerOf('a>b@1', 'b>c@2'))).toMatchObject({ leads: 0, complete: false, stoppedBy: 'data' });
  });
});

describe('movesOf', () => {
  const moves = new Map(
    movesOf(splitParameters({}).judgement).map(({ parameter, factor, to }) => [`${parameter} ${factor}`, to]),
  );

  it('keeps ranges, rounds whole numbers, and moves them by at least one', () => {
    expect(moves.get('score.secondLookScore 0.8')).toBeCloseTo(2.4);
    expect(moves.get('score.leastMembers 0.8')).toBe(2);
    expect(moves.get('score.leastMembers 1.2')).toBe(4);
    expect(moves.get('features.livingDays 0.8')).toBeCloseTo(44.8);
    expect(moves.get('convergence.closure 1.2')).toBeCloseTo(0.6);
  });

  it('gives values that the judgement takes', () => {
    for (const { values } of movesOf(splitParameters({}).judgement)) {
      const { score, features, convergence } = values;
      expect(() => splitParameters({ score, features, convergence })).not.toThrow();
    }
  });
});

describe('matchGroups', () => {
  it('takes the likest pair first, each group once, from a half on', () => {
    expect(
      matchGroups(
        [
          [1, 2, 3, 4],
          [10, 11],
        ],
        [
          [1, 2, 3, 4, 5],
          [1, 2],
          [10, 20],
        ],
      ),
    ).toEqual([{ before: 0, after: 0, jaccard: 0.8 }]);
    expect(matchGroups([[1, 2]], [[1, 2, 3, 4]])).toEqual([{ before: 0, after: 0, jaccard: 0.5 }]);
    expect(matchGroups([], [[1]])).toEqual([]);
  });
});
