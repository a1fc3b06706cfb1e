import { citation, resolveParameters } from '../../src/evidence/index.js';
import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../src/foundation/index.js';
import { createLedger, type TransferInput } from '../../src/ledger/index.js';
import {
  columnCoverage,
  type Detector,
  type DetectorRun,
  DETECTORS,
  runDetector,
  runDetectors,
} from '../../src/typologies/index.js';
import { contextOf } from '../support/detection-context.js';
import { findingsOf } from '../support/detector-contract.js';
import { DETECTOR_EXAMPLES } from '../support/detector-examples/index.js';

const fanIn = DETECTORS.find(({ id }) => id === 'fan-in')!;
const collection = DETECTOR_EXAMPLES.get('fan-in')!.positive;
const defaults = {
  minPayers: 5,
  windowHours: 144,
  minShare: 0.5,
  strangersOnly: 1,
  habitOccasions: 3,
  dustShare: 0.001,
  maxFindings: 10_000,
};

/** `payers` accounts pay `centre` in one instant. */
function collect(centre: string, payers: number, timeMs: number): TransferInput[] {
  return Array.from({ length: payers }, (_, i) => ({ payer: `${centre}-${i}`, beneficiary: centre, timeMs }));
}

describe('runDetectors', () => {
  it('runs all detectors in the order of the registry, or those asked for', () => {
    const context = contextOf(collection);
    expect(runDetectors(context).map(({ detector }) => detector.id)).toEqual(DETECTORS.map(({ id }) => id));
    const only = ['round-trip', 'fan-in'];
    expect(runDetectors(context, { only }).map(({ detector }) => detector.id)).toEqual(['fan-in', 'round-trip']);
    expect(runDetectors(context, { only: [] })).toEqual([]);
  });

  it('runs detectors of your own after the others, with their parameters', () => {
    const own: Detector = { ...fanIn, id: 'own-fan' };
    const options = { extra: [own], parameters: { 'own-fan': { minPayers: 11 } } };
    const runs = runDetectors(contextOf(collection), options);
    expect(runs.map(({ detector }) => detector.id)).toEqual([...DETECTORS.map(({ id }) => id), 'own-fan']);
    expect(findingsOf(runs[runs.length - 1]!)).toEqual([]);
    expect(runDetectors(contextOf(collection), { extra: [own], only: ['own-fan'] })).toHaveLength(1);
    const twice = expect.objectContaining({ code: 'detector-twice' }) as Error;
    expect(() => runDetectors(contextOf(collection), { extra: [fanIn] })).toThrow(twice);
  });

  it('states the values in force, and uses them', () => {
    const context = contextOf(collection);
    const parameters = { 'fan-in': { minPayers: 11 } };
    const [run] = runDetectors(context, { only: ['fan-in'], parameters });
    expect(run?.parameters).toEqual({ ...defaults, minPayers: 11 });
    expect(findingsOf(run!)).toEqual([]);
  });

  it.each<[object, string]>([
    [{ only: ['fan'] }, 'unknown-detector'],
    [{ parameters: { fan: {} } }, 'unknown-detector'],
    [{ parameters: { 'fan-in': { payers: 3 } } }, 'unknown-parameter'],
    [{ parameters: { 'fan-in': { constructor: 3 } } }, 'unknown-parameter'],
    [{ parameters: { 'fan-in': { minPayers: 0 } } }, 'option-range'],
    [{ parameters: { 'fan-in': { minPayers: 2.5 } } }, 'parameter-integer'],
    [{ parameters: { 'fan-in': { windowHours: NaN } } }, 'option-range'],
    [{ parameters: { 'gather-scatter': { mode: 3 } } }, 'option-range'],
    [{ parameters: { 'round-trip': { minAccounts: 1 } } }, 'option-range'],
    [{ detectors: ['fan-in'] }, 'unknown-option'],
  ])('refuses %j', (options, code) => {
    expect(() => runDetectors(contextOf(collection), options)).toThrow(expect.objectContaining({ code }));
  });

  it('names what is missing, also for an empty ledger', () => {
    const [run] = runDetectors(contextOf([]), { only: ['scatter-gather'] });
    expect(run?.detection).toEqual({ status: 'notEvaluable', missing: ['time', 'amount'] });
    expect(run?.coverage).toEqual([
      { column: 'time', filledRows: 0, rows: 0, present: false },
      { column: 'amount', filledRows: 0, rows: 0, present: false },
    ]);
  });
});

describe('parameters', () => {
  it('are the defaults unless given, and frozen', () => {
    const values = resolveParameters(fanIn);
    expect(values).toEqual(defaults);
    expect(Object.isFrozen(values)).toBe(true);
    expect(resolveParameters(fanIn, { windowHours: Infinity })['windowHours']).toBe(Infinity);
  });

  it('cite sources that exist', () => {
    expect(citation('choice').grade).toBe('choice');
    expect(() => citation('nobody')).toThrow(expect.objectContaining({ code: 'unknown-citation' }));
  });
});

describe('columnCoverage', () => {
  const rows = (filled: number, transfer: Partial<TransferInput>): TransferInput[] =>
    Array.from({ length: 10 }, (_, i) => ({
      payer: 'a',
      beneficiary: 'b',
      timeMs: i,
      ...(i < filled ? transfer : {}),
    }));

  it.each([
    ['amount' as const, { amount: '5' }],
    ['placeFrom' as const, { placeFrom: 'Ruma' }],
    ['placeTo' as const, { placeTo: 'Sid' }],
  ])('takes %s as present from 80 %% of the rows on', (column, transfer) => {
    const coverage = (filled: number): unknown => columnCoverage(createLedger(rows(filled, transfer)).ledger, column);
    expect(coverage(8)).toEqual({ column, filledRows: 8, rows: 10, present: true });
    expect(coverage(7)).toEqual({ column, filledRows: 7, rows: 10, present: false });
    expect(coverage(0)).toEqual({ column, filledRows: 0, rows: 10, present: false });
  });

  it('takes channel as present once a row names one, and time unless there is only an order', () => {
    const channel = createLedger(rows(1, { channel: 'cash' })).ledger;
    expect(columnCoverage(channel, 'channel')).toMatchObject({ filledRows: 1, present: true });
    expect(columnCoverage(createLedger(rows(0, {})).ledger, 'channel').present).toBe(false);
    const order = createLedger(rows(10, { precision: 'order' })).ledger;
    expect(columnCoverage(order, 'time').present).toBe(false);
    expect(columnCoverage(channel, 'time').present).toBe(true);
  });
});

describe('limits and hubs', () => {
  it('keeps the strongest findings and says that there are more', () => {
    const transfers = [...collect('weak', 10, 0), ...collect('strong', 12, 0), ...collect('middle', 11, 0)];
    const context = contextOf(transfers);
    const { detection } = runDetector(context, fanIn, { maxFindings: 2 });
    expect(detection).toMatchObject({
      status: 'evaluated',
      findings: { complete: false, stoppedBy: 'maxFindings 2' },
    });
    const centres = findingsOf(runDetector(context, fanIn, { maxFindings: 2 })).map(
      ({ subjects }) => context.graph.ledger.accounts.key(subjects[0]!).account,
    );
    expect(centres.sort()).toEqual(['middle', 'strong']);
    expect(runDetector(context, fanIn, { maxFindings: 3 }).detection).toMatchObject({ findings: { complete: true } });
  });

  it.each([
    ['gather-scatter', { minPayers: 1, minReceivers: 1 }],
    ['scatter-gather', { minBetween: 2 }],
    ['round-trip', {}],
  ])('keeps the strongest findings of %s, whatever the accounts are called', (id, parameters) => {
    const detector = DETECTORS.find((candidate) => candidate.id === id)!;
    const { positive } = DETECTOR_EXAMPLES.get(id)!;
    // The same story twice, the second one faster: it is the stronger of two of the same size.
    const story = (name: string, speed: number): TransferInput[] =>
      positive.map((transfer) => ({
        ...transfer,
        payer: `${name}-${transfer.payer as string}`,
        beneficiary: `${name}-${transfer.beneficiary as string}`,
        timeMs: transfer.timeMs / speed,
      }));
    for (const [slow, fast] of [
      ['a', 'b'],
      ['b', 'a'],
    ] as const) {
      const context = contextOf([...story(slow, 1), ...story(fast, 2)]);
      expect(findingsOf(runDetector(context, detector, parameters)).length).toBe(2);
      const [kept] = findingsOf(runDetector(context, detector, { ...parameters, maxFindings: 1 }));
      expect(context.graph.ledger.accounts.key(kept!.subjects[0]!).account.startsWith(`${fast}-`)).toBe(true);
    }
  });

  it('neither reports nor counts hubs', () => {
    expect(findingsOf(runDetector(contextOf(collection, { hubs: ['centre'] }), fanIn))).toEqual([]);
    expect(findingsOf(runDetector(contextOf(collection, { hubs: ['payer-3'] }), fanIn))).toEqual([]);
    for (const id of ['gather-scatter', 'scatter-gather', 'round-trip', 'fan-out']) {
      const { positive } = DETECTOR_EXAMPLES.get(id)!;
      const detector = DETECTORS.find((candidate) => candidate.id === id)!;
      for (const hub of new Set(positive.map(({ payer }) => payer as string))) {
        if (hub === 'friend' || hub === 'other') continue;
        expect(findingsOf(runDetector(contextOf(positive, { hubs: [hub] }), detector))).toEqual([]);
      }
    }
  });

  it('rounds windows up to days where only days are known, and says so', () => {
    const day = 24 * HOUR_MS;
    const daily = collect('centre', 10, 0).map((transfer, i) => ({
      ...transfer,
      timeMs: i === 9 ? 3 * day : 0,
      precision: 'day' as const,
    }));
    const run = (hours: number): DetectorRun =>
      runDetector(contextOf(daily), fanIn, { windowHours: hours, minPayers: 10 });
    expect(findingsOf(run(49))).toHaveLength(1);
    expect(findingsOf(run(48))).toEqual([]);
    expect(run(48).detection).toMatchObject({ remarks: ['Only days are known: windows are rounded up to whole days'] });
  });

  it('counts a step of a simulation as an hour, and says so', () => {
    const steps = collect('centre', 10, 0).map((transfer, i) => ({
      ...transfer,
      timeMs: i === 9 ? 72 : 0,
      precision: 'step' as const,
    }));
    const run = (hours: number): DetectorRun =>
      runDetector(contextOf(steps), fanIn, { windowHours: hours, minPayers: 10 });
    expect(findingsOf(run(72))[0]?.measured).toContainEqual({
      name: 'spanHours',
      value: 72,
      unit: 'hours',
      threshold: 72,
    });
    expect(findingsOf(run(71))).toEqual([]);
    expect(run(71).detection).toMatchObject({
      remarks: ['Times are steps of a simulation: one step counts as one hour'],
    });
  });
});
