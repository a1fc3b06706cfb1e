import { describe, expect, it } from 'vitest';
import { DAY_MS, type Ties } from '../../src/foundation/index.js';
import { citation, type Finding } from '../../src/evidence/index.js';
import { type TransferInput } from '../../src/ledger/index.js';
import {
  type DetectionContext,
  type Detector,
  type DetectorRun,
  type Requirement,
  runDetector,
} from '../../src/typologies/index.js';
import { contextOf } from './detection-context.js';

/** What a detector brings along so that the shared tests can run. */
export interface DetectorExample {
  /** Fires at least once. Account names are plain texts. */
  readonly positive: readonly TransferInput[];
  /** As `positive`, but short of one threshold by the least step: nothing may fire. */
  readonly oneBelow: readonly TransferInput[];
  /** Values other than the defaults. Default none. */
  readonly parameters?: Readonly<Record<string, number>>;
  readonly ties?: Ties;
  /** True for a typology about paying out, whose subject need not receive. Default false. */
  readonly subjectsOnlyPay?: boolean;
}

const BANNED =
  /\b(smugglers?|suspects?|suspicious|criminals?|guilty|culprits?|illegals?|aliens?|dirty money|rings?|gangs?)\b/i;

/** A finding with accounts and transfers by name, and every list sorted: equal for equal content. */
interface NamedFinding {
  readonly subjects: readonly string[];
  readonly payers: readonly string[];
  readonly receivers: readonly string[];
  readonly rows: readonly string[];
  readonly rest: string;
}

/** The tests that every detector passes. */
export function describeDetectorContract(detector: Detector, example: DetectorExample): void {
  describe(`the contract of ${detector.id}`, () => {
    const positive = withIds(example.positive);
    const run = (transfers: readonly TransferInput[]): DetectorRun =>
      runDetector(contextFor(transfers, example), detector, example.parameters);
    const named = (transfers: readonly TransferInput[]): NamedFinding[] => nameFindings(transfers, example, detector);

    it('states everything a reader needs', () => {
      expect(detector.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(detector.version).toBeGreaterThanOrEqual(1);
      expect(detector.title.length).toBeGreaterThan(5);
      expect(detector.question).toMatch(/\?$/);
      expect(detector.citations.length).toBeGreaterThan(0);
      expect(detector.alsoLooksLike.length).toBeGreaterThan(0);
      expect(detector.alsoLooksLike.every((id) => /^A(0[1-9]|1[0-7])$/.test(id))).toBe(true);
      expect(detector.indicator ?? 'I01').toMatch(/^I\d\d$/);
    });

    it('gives every default a meaning and a source', () => {
      for (const { meaning, source, value } of Object.values(detector.parameters)) {
        expect(meaning.length).toBeGreaterThan(10);
        expect(citation(source.key)).toEqual(source);
        expect(Number.isNaN(value)).toBe(false);
      }
      for (const source of detector.citations) expect(citation(source.key)).toEqual(source);
    });

    it('speaks neutrally', () => {
      expect(JSON.stringify(detector)).not.toMatch(BANNED);
      expect(JSON.stringify(run(positive).detection)).not.toMatch(BANNED);
    });

    it('fires on its example, and not one step below a threshold', () => {
      expect(findingsOf(run(positive)).length).toBeGreaterThan(0);
      expect(findingsOf(run(withIds(example.oneBelow)))).toEqual([]);
    });

    it('answers notEvaluable when a required column is missing', () => {
      for (const column of detector.requires) {
        const { detection } = run(positive.map((transfer) => without(transfer, column)));
        expect(detection.status).toBe('notEvaluable');
        expect(detection.status === 'notEvaluable' ? detection.missing : []).toContain(column);
      }
    });

    it('labels findings as the detector says, with sound lists', () => {
      const context = contextFor(positive, example);
      const findings = findingsOf(runDetector(context, detector, example.parameters));
      for (const finding of findings) expectSound(finding, detector, context, example.subjectsOnlyPay ?? false);
      const keys = findings.map(({ subjects, rows }) => JSON.stringify([subjects, rows]));
      expect(new Set(keys).size).toBe(keys.length);
    });

    it('is deterministic', () => {
      expect(run(positive).detection).toEqual(run(positive).detection);
    });

    it('does not depend on the order of the input', () => {
      const expected = run(positive).detection;
      expect(run([...positive].reverse()).detection).toEqual(expected);
      const halves = [...positive.filter((_, i) => i % 2 === 1), ...positive.filter((_, i) => i % 2 === 0)];
      expect(run(halves).detection).toEqual(expected);
    });

    it('does not depend on how accounts are called', () => {
      const { renamed, original } = renameAccounts(positive);
      expect(sorted(named(renamed).map((finding) => mapNames(finding, original)))).toEqual(sorted(named(positive)));
    });

    it('does not depend on when it all happened', () => {
      const later = positive.map((transfer) => ({ ...transfer, timeMs: transfer.timeMs + 364 * DAY_MS }));
      expect(sorted(named(later))).toEqual(sorted(named(positive)));
    });

    it('does not depend on strangers', () => {
      expect(sorted(named([...positive, ...strangers(positive)]))).toEqual(sorted(named(positive)));
    });
  });
}

function contextFor(transfers: readonly TransferInput[], { ties }: DetectorExample): DetectionContext {
  return contextOf(transfers, ties === undefined ? {} : { ties });
}

/** Findings of a run that must have been evaluated. */
export function findingsOf({ detection }: DetectorRun): readonly Finding[] {
  if (detection.status !== 'evaluated') throw new Error(`Not evaluable, missing ${detection.missing.join(', ')}`);
  return detection.findings.items;
}

function withIds(transfers: readonly TransferInput[]): TransferInput[] {
  return transfers.map((transfer, i) => ({ id: `id-${String(i).padStart(5, '0')}`, ...transfer }));
}

function without(transfer: TransferInput, column: Requirement): TransferInput {
  switch (column) {
    case 'time':
      return { ...transfer, precision: 'order' };
    case 'channel':
      return { ...transfer, channel: 'unknown' };
    case 'amount':
    case 'placeFrom':
    case 'placeTo':
      return Object.fromEntries(Object.entries(transfer).filter(([key]) => key !== column)) as unknown as TransferInput;
  }
}

function expectSound(
  finding: Finding,
  detector: Detector,
  { graph }: DetectionContext,
  subjectsOnlyPay: boolean,
): void {
  const { typology, version, countClass, family } = finding;
  expect({ typology, version, countClass, family }).toEqual({
    typology: detector.id,
    version: detector.version,
    countClass: detector.countClass,
    family: detector.family,
  });
  const lists: readonly (readonly number[])[] = [finding.subjects, finding.payers, finding.receivers, finding.rows];
  for (const list of lists) {
    expect([...list].sort((a, b) => a - b)).toEqual([...list]);
    expect(new Set(list).size).toBe(list.length);
  }
  const subjects = new Set(finding.subjects);
  expect(subjects.size).toBeGreaterThan(0);
  expect(finding.payers.some((payer) => subjects.has(payer))).toBe(false);
  expect(finding.rows.length).toBeGreaterThan(0);
  for (const row of finding.rows) {
    expect(subjects.has(graph.payer[row]!) || subjects.has(graph.beneficiary[row]!)).toBe(true);
  }
  for (const subject of subjectsOnlyPay ? [] : subjects) {
    expect(finding.rows.some((row) => graph.beneficiary[row] === subject && graph.payer[row] !== subject)).toBe(true);
  }
  expect(finding.measured.length).toBeGreaterThan(0);
  expect(finding.measured.every(({ value }) => typeof value === 'string' || Number.isFinite(value))).toBe(true);
}

function nameFindings(
  transfers: readonly TransferInput[],
  example: DetectorExample,
  detector: Detector,
): NamedFinding[] {
  const context = contextFor(transfers, example);
  const { ledger } = context.graph;
  const name = (account: number): string => ledger.accounts.key(account).account;
  return findingsOf(runDetector(context, detector, example.parameters)).map(
    ({ subjects, payers, receivers, rows, ...rest }) => ({
      subjects: subjects.map(name).sort(),
      payers: payers.map(name).sort(),
      receivers: receivers.map(name).sort(),
      rows: rows.map((row) => ledger.id(row) ?? '').sort(),
      rest: JSON.stringify(rest),
    }),
  );
}

/** New names in the reverse of the old order, so that every tie that a name decides turns round. */
function renameAccounts(transfers: readonly TransferInput[]): {
  renamed: TransferInput[];
  original: Map<string, string>;
} {
  const names = [
    ...new Set(transfers.flatMap(({ payer, beneficiary }) => [nameOf(payer), nameOf(beneficiary)])),
  ].sort();
  const fresh = new Map(names.map((name, i) => [name, `account-${String(names.length - i).padStart(5, '0')}`]));
  const renamed = transfers.map((transfer) => ({
    ...transfer,
    payer: fresh.get(nameOf(transfer.payer)) ?? '',
    beneficiary: fresh.get(nameOf(transfer.beneficiary)) ?? '',
  }));
  return { renamed, original: new Map([...fresh].map(([old, name]) => [name, old])) };
}

function nameOf(account: TransferInput['payer']): string {
  return typeof account === 'string' ? account : account.account;
}

function mapNames(finding: NamedFinding, original: ReadonlyMap<string, string>): NamedFinding {
  const back = (names: readonly string[]): string[] => names.map((name) => original.get(name) ?? name).sort();
  return {
    ...finding,
    subjects: back(finding.subjects),
    payers: back(finding.payers),
    receivers: back(finding.receivers),
  };
}

function sorted(findings: readonly NamedFinding[]): NamedFinding[] {
  return [...findings].sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
}

/** 500 transfers of the example between accounts that nobody else knows. */
function strangers(transfers: readonly TransferInput[]): TransferInput[] {
  return Array.from({ length: 500 }, (_, i) => {
    const template = Object.entries(transfers[i % transfers.length]!).filter(([key]) => !key.endsWith('Holder'));
    const own = { payer: `stranger-${i}`, beneficiary: `stranger-${i}-kin`, id: `stranger-${i}` };
    return { ...Object.fromEntries(template), ...own } as unknown as TransferInput;
  });
}
