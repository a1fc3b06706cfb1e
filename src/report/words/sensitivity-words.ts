import { type ReportData, type ReportLead } from '../report-data.js';
import { counted } from './numbers.js';
import { LEVEL_WORDS } from './sentences.js';

/** What is said of a lead where parameters were moved, in lines, with what limits it. */
export interface SensitivityWords {
  readonly lines: readonly string[];
  readonly note: string;
}

/** What would change a lead: each move that lets it go or alters it. Undefined where nothing was moved. */
export function sensitivityWords({ sensitivity }: ReportData, { lead }: ReportLead): SensitivityWords | undefined {
  if (sensitivity === undefined) return undefined;
  const lines = sensitivity.moves.flatMap(({ parameter, from, to, gone, changed }) => {
    const start = `${parameter} at ${rounded(to)} instead of ${rounded(from)}`;
    if (gone.includes(lead)) return [`${start}: no lead any more.`];
    const own = changed.find((one) => one.lead === lead);
    if (own === undefined) return [];
    const overlap =
      own.jaccard === 1 ? 'the same accounts' : `accounts that overlap by ${Math.round(own.jaccard * 100)} %`;
    return [`${start}: ${LEVEL_WORDS[own.level]}, ${overlap}.`];
  });
  const tried = counted(sensitivity.moves.length, 'move');
  const all = sensitivity.complete ? '' : ' A limit stopped it before all were tried.';
  const steady = lines.length === 0 ? [`It stays as it is in all ${tried}.`] : lines;
  return {
    lines: steady,
    note: `${tried} of one deciding number by a fifth were tried.${all} A lead that stays is not proven by it, and one that goes is not refuted.`,
  };
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(4)));
}
