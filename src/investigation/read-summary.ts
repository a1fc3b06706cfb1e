import { formatInstant } from '../foundation/index.js';
import { type FileReport, type NoteSummary, type Quarantine } from '../ingest/index.js';
import { type HolderCounts, type Ledger, type SameHolder } from '../ledger/index.js';

/** What the manifest needs to know about how the ledger was read. */
export interface ReadReport {
  readonly files: readonly FileReport[];
  readonly notes: readonly NoteSummary[];
  readonly quarantine: Quarantine;
  readonly holders: HolderCounts;
}

/** What the caller chose about reading. */
export interface ReadChoices {
  /** Preset name, or the mapping itself. */
  readonly mapping: unknown;
  readonly reader: string;
  readonly duplicates: string;
  /** What became of transfers that two files tell of; left out where nothing was asked: both were kept. */
  readonly twoViews?: string;
  /** The only sheet of workbooks that was read, by name or by its place in each source. Default: all. */
  readonly sheet?: string | readonly number[];
  /** When accounts were taken for one holder's; left out where nothing was asked: by name and second identifier. */
  readonly sameHolder?: SameHolder;
  /** Whether names of holders were kept for listed operators. Default: none were. */
  readonly keepNames?: true;
}

/** One input file and what became of its records: `read = accepted + quarantined + skipped`. */
export interface ManifestInput {
  readonly name: string;
  readonly sha256: string;
  readonly format: string;
  readonly layout: string;
  readonly reader: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly gzip: boolean;
  readonly read: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly skipped: number;
  readonly skippedByCode: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
}

/** What every manifest says about what was read. */
export interface ReadSummary {
  readonly inputs: readonly ManifestInput[];
  readonly totals: {
    readonly read: number;
    readonly accepted: number;
    readonly quarantined: number;
    readonly skipped: number;
  };
  readonly quarantinedByCode: Readonly<Record<string, number>>;
  /** Remarks on transfers that were read, by code. */
  readonly warnings: readonly { readonly code: string; readonly count: number }[];
  readonly ledger: {
    readonly transfers: number;
    readonly accounts: number;
    /** Accounts joined with others of their holder, and accounts of one holder's name that were not. */
    readonly holders: HolderCounts;
    readonly currencies: readonly { readonly code: string; readonly decimals: number; readonly lane: string }[];
    readonly precision: string;
    readonly first: string | null;
    readonly last: string | null;
  };
}

/** Sums up how a ledger was read. */
export function summariseReading(ledger: Ledger, report: ReadReport): ReadSummary {
  const { timeMs } = ledger.columns;
  const instant = (ms: number | undefined): string | null =>
    ms === undefined ? null : formatInstant(ms, ledger.precision);
  const inputs = report.files.map(toInput);
  const sum = (of: (input: ManifestInput) => number): number => inputs.reduce((total, input) => total + of(input), 0);
  return {
    inputs,
    totals: {
      read: sum((input) => input.read),
      accepted: sum((input) => input.accepted),
      quarantined: sum((input) => input.quarantined),
      skipped: sum((input) => input.skipped),
    },
    quarantinedByCode: Object.fromEntries(report.quarantine.counts),
    warnings: report.notes.map(({ code, count }) => ({ code, count })),
    ledger: {
      transfers: ledger.rowCount,
      accounts: ledger.accounts.size,
      holders: report.holders,
      currencies: ledger.currencies.map(({ code, scale, lane }) => ({ code, decimals: scale, lane })),
      precision: ledger.precision,
      first: instant(timeMs[0]),
      last: instant(timeMs.at(-1)),
    },
  };
}

function toInput({ skippedByCode, ...file }: FileReport): ManifestInput {
  return { ...file, skippedByCode: Object.fromEntries(skippedByCode) };
}
