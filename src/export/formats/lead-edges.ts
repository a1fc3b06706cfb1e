import { type CaseDocument, type LeadDocument } from '../../disclosure/index.js';
import { formatInstant, type Precision, PRECISIONS } from '../../foundation/index.js';
import { instantMs, isFourDigitYear } from './instant-text.js';
import { endId } from './lead-nodes.js';

/** A transfer of a lead. */
export interface GraphEdge {
  /** `C001-T000002`: the second transfer of the first lead. */
  readonly id: string;
  readonly lead: string;
  readonly source: string;
  readonly target: string;
  /** Where it lies in the lead; says nothing of why it was made. */
  readonly flow: 'paid in' | 'between operators' | 'paid out' | 'between others';
  /** Exact decimal text; null where the data state none. */
  readonly amount: string | null;
  readonly currency: string | null;
  /** UTC, no finer than the data give it; null where they have no clock. */
  readonly time: string | null;
  /** The same instant written out to seconds, for formats that know only that. */
  readonly dateTime: string | null;
  /** Position in time of a transfer without a clock. */
  readonly position: number | null;
  readonly channel: string | null;
  readonly countryFrom: string | null;
  readonly countryTo: string | null;
  readonly placeFrom: string | null;
  readonly placeTo: string | null;
  readonly file: string;
  readonly line: number;
  /** Ids of the findings that it proves. */
  readonly findings: readonly string[];
}

/** The transfers of a lead, in its order. The lead fits together. */
export function* leadEdges(lead: LeadDocument, { data, smallestGroup }: CaseDocument): Generator<GraphEdge, void> {
  const { transfers, currencies, channels, places, files, findings } = lead;
  const precision = precisionOf(data.precision);
  const startMs = transfers.start === null ? null : instantMs(transfers.start);
  const place = (index: number): string | null => places[index] ?? null;
  for (let i = 0; i < transfers.from.length; i++) {
    const from = transfers.from[i]!;
    const to = transfers.to[i]!;
    const timeMs = startMs === null ? Number.NaN : Math.round(startMs + transfers.seconds[i]! * 1000);
    const hasTime = isFourDigitYear(timeMs);
    yield {
      id: `${lead.lead}-T${String(i + 1).padStart(6, '0')}`,
      lead: lead.lead,
      source: endId(lead, from, { other: to, smallest: smallestGroup }),
      target: endId(lead, to, { other: from, smallest: smallestGroup }),
      flow: flowOf(from, to),
      amount: transfers.amount[i]!,
      currency: currencies[transfers.currency[i]!] ?? null,
      time: hasTime ? formatInstant(timeMs, precision) : null,
      dateTime: hasTime ? formatInstant(timeMs, precision === 'millisecond' ? precision : 'second') : null,
      position: startMs === null ? transfers.seconds[i]! : null,
      channel: channels[transfers.channel[i]!] ?? null,
      countryFrom: place(transfers.countryFrom[i]!),
      countryTo: place(transfers.countryTo[i]!),
      placeFrom: place(transfers.placeFrom[i]!),
      placeTo: place(transfers.placeTo[i]!),
      file: files[transfers.file[i]!]!,
      line: transfers.line[i]!,
      findings: transfers.findings[i]!.map((finding) => findings[finding]!),
    };
  }
}

/** Precision of instants; a word that is none, or none of a clock, is read as seconds. */
function precisionOf(word: string): Precision {
  const known = PRECISIONS.find((precision) => precision === word) ?? 'second';
  return known === 'order' || known === 'step' ? 'second' : known;
}

function flowOf(from: number, to: number): GraphEdge['flow'] {
  if (from >= 0) return to >= 0 ? 'between operators' : 'paid out';
  return to >= 0 ? 'paid in' : 'between others';
}
