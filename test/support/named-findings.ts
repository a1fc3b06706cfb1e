import { type Finding } from '../../src/evidence/index.js';
import { type TransferInput } from '../../src/ledger/index.js';
import { type Detection, DETECTORS, runDetector } from '../../src/typologies/index.js';
import { contextOf, type ContextOptions } from './detection-context.js';

/** A finding with accounts by name, and its measures by name. */
export interface NamedFinding extends Omit<Finding, 'subjects' | 'payers' | 'receivers' | 'measured'> {
  readonly subjects: readonly string[];
  readonly payers: readonly string[];
  readonly receivers: readonly string[];
  readonly measured: ReadonlyMap<string, number | string>;
}

/** What one registered detector answers. */
export function detectionOf(
  id: string,
  transfers: readonly TransferInput[],
  { parameters = {}, ...options }: ContextOptions & { readonly parameters?: Readonly<Record<string, number>> } = {},
): Detection {
  const detector = DETECTORS.find((one) => one.id === id);
  if (detector === undefined) throw new Error(`No detector ${id}`);
  return runDetector(contextOf(transfers, options), detector, parameters).detection;
}

/** Its findings, explained ones included, in their order. Throws where it could not be evaluated. */
export function findingsOfTypology(
  id: string,
  transfers: readonly TransferInput[],
  { parameters = {}, ...options }: ContextOptions & { readonly parameters?: Readonly<Record<string, number>> } = {},
): NamedFinding[] {
  const context = contextOf(transfers, options);
  const detector = DETECTORS.find((one) => one.id === id);
  if (detector === undefined) throw new Error(`No detector ${id}`);
  const { detection } = runDetector(context, detector, parameters);
  if (detection.status !== 'evaluated') throw new Error(`Not evaluable, missing ${detection.missing.join(', ')}`);
  const names = (accounts: readonly number[]): string[] =>
    accounts.map((account) => context.graph.ledger.accounts.key(account).account).sort();
  return detection.findings.items.map((finding) => ({
    ...finding,
    subjects: names(finding.subjects),
    payers: names(finding.payers),
    receivers: names(finding.receivers),
    measured: new Map(finding.measured.map(({ name, value }) => [name, value])),
  }));
}

/** The transfers without some of their columns. */
export function withoutColumns(
  transfers: readonly TransferInput[],
  ...columns: readonly (keyof TransferInput)[]
): TransferInput[] {
  const dropped: ReadonlySet<string> = new Set(columns);
  return transfers.map(
    (one) => Object.fromEntries(Object.entries(one).filter(([key]) => !dropped.has(key))) as unknown as TransferInput,
  );
}
