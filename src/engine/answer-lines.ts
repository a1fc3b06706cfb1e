import { type KeyPair, type SliceAnswer, type TableFinding } from '../slices/index.js';
import { decodeLine, encodeLine } from './line-codec.js';

/** What a part was made of. */
export interface PartCounts {
  /** Lines that came, rows that come twice among them. */
  readonly rowsRead: number;
  readonly transfers: number;
  /** SHA-256 of the plan that was followed. Default not stated. */
  readonly plan?: string | undefined;
}

/**
 * The answer of a part as lines: `kind, part, key, text`. F is a finding, C a candidate, N a detector that could not look, S
 * the counts and the limits that were met; each part has exactly one S, which comes last. The same part gives the same lines.
 */
export function answerToLines(part: string, answer: SliceAnswer, counts: PartCounts): string[] {
  const line = (kind: string, key: string, value: unknown): string =>
    encodeLine([kind, part, key, JSON.stringify(value)]);
  const places = new Map<string, number>();
  const placeOf = ({ typology }: TableFinding): string => {
    const place = places.get(typology) ?? 0;
    places.set(typology, place + 1);
    return `${typology}:${String(place).padStart(9, '0')}`;
  };
  return [
    ...answer.findings.map((finding) => line('F', placeOf(finding), finding)),
    ...answer.candidates.map(([detector, key]) => line('C', detector, key)),
    ...answer.notEvaluable.map(([detector, missing]) => line('N', detector, missing)),
    line('S', 'counts', { ...counts, stopped: answer.stopped, remarks: answer.remarks }),
  ];
}

/**
 * The answers behind lines of any number of parts, in any order, by part and key; or, as a text, what is wrong with them. A
 * part without S has failed, and so has everything.
 */
export function answersFromLines(lines: Iterable<string>, parts: Iterable<string>): SliceAnswer[] | string {
  const byPart = new Map<string, [kind: string, key: string, value: unknown][]>();
  for (const line of lines) {
    const fields = decodeLine(line);
    if (fields?.length !== 4 || fields.includes(undefined)) return 'a line is broken';
    const [kind, part, key, text] = fields as [string, string, string, string];
    const known = byPart.get(part) ?? [];
    known.push([kind, key, JSON.parse(text)]);
    byPart.set(part, known);
  }
  const answers: SliceAnswer[] = [];
  for (const part of parts) {
    const own = (byPart.get(part) ?? []).sort(([, left], [, right]) => (left < right ? -1 : left > right ? 1 : 0));
    const of = (wanted: string): [key: string, value: unknown][] =>
      own.flatMap(([kind, key, value]) => (kind === wanted ? [[key, value]] : []));
    const counts = of('S');
    if (counts.length !== 1) return `part ${part} has no counts: it has failed`;
    answers.push({
      findings: of('F').map(([, value]) => value as TableFinding),
      candidates: of('C').map(([key, value]) => [key, value as KeyPair]),
      notEvaluable: of('N').map(([key, value]) => [key, value as readonly string[]]),
      ...(counts[0]![1] as Pick<SliceAnswer, 'stopped' | 'remarks'>),
    });
  }
  return answers;
}
