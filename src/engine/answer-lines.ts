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

/** Counts as they stand in an S line: with the number of lines of the answer, this one included. */
interface StatedCounts extends PartCounts {
  readonly lines: number;
  readonly stopped: SliceAnswer['stopped'];
  readonly remarks: SliceAnswer['remarks'];
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
  const found = [
    ...answer.findings.map((finding) => line('F', placeOf(finding), finding)),
    ...answer.candidates.map(([detector, key]) => line('C', detector, key)),
    ...answer.notEvaluable.map(([detector, missing]) => line('N', detector, missing)),
  ];
  const { stopped, remarks } = answer;
  const stated: StatedCounts = { ...counts, lines: found.length + 1, stopped, remarks };
  return [...found, line('S', 'counts', stated)];
}

type Entry = readonly [kind: string, key: string, value: unknown];

/** Lines as they are read back, by part. */
export class AnswerReader {
  readonly #byPart = new Map<string, Entry[]>();

  /** Whether it is a line of an answer. */
  add(line: string): boolean {
    const fields = decodeLine(line);
    if (fields?.length !== 4 || fields.includes(undefined)) return false;
    const [kind, part, key, text] = fields as [string, string, string, string];
    const value = parse(text);
    if (!isSound(kind, value)) return false;
    const known = this.#byPart.get(part);
    if (known === undefined) this.#byPart.set(part, [[kind, key, value]]);
    else known.push([kind, key, value]);
    return true;
  }

  /**
   * The answers of these parts in their order, each by key; or, as a text, what is wrong with them. A part whose S is missing or
   * comes twice has failed, and so has everything. `plan` is the SHA-256 that every part must state; default any.
   */
  finish(parts: readonly string[], plan?: string): SliceAnswer[] | string {
    const answers: SliceAnswer[] = [];
    const asked = new Set(parts);
    if (asked.size < parts.length) return 'a part comes twice';
    for (const part of parts) {
      const own = [...(this.#byPart.get(part) ?? [])].sort(byKey);
      const of = (wanted: string): [key: string, value: unknown][] =>
        own.flatMap(([kind, key, value]) => (kind === wanted ? [[key, value]] : []));
      const counts = of('S') as [string, StatedCounts][];
      if (counts.length === 0) return `part ${part} has no counts: it has failed`;
      if (counts.length > 1) return `part ${part} has answered ${counts.length} times`;
      const [, stated] = counts[0]!;
      if (stated.lines !== own.length) return `part ${part} lacks lines of its answer`;
      if (plan !== undefined && stated.plan !== plan) return `part ${part} has followed another plan`;
      answers.push({
        findings: of('F').map(([, value]) => value as TableFinding),
        candidates: of('C').map(([key, value]) => [key, value as KeyPair]),
        notEvaluable: of('N').map(([key, value]) => [key, value as readonly string[]]),
        stopped: stated.stopped,
        remarks: stated.remarks,
      });
    }
    const stray = [...this.#byPart.keys()].some((part) => !asked.has(part));
    return stray ? 'a part has answered that nobody asked' : answers;
  }
}

/** The answers behind lines of any number of parts, in any order; see {@link AnswerReader}. */
export function answersFromLines(lines: Iterable<string>, parts: Iterable<string>): SliceAnswer[] | string {
  const reader = new AnswerReader();
  for (const line of lines) if (!reader.add(line)) return 'a line is broken';
  return reader.finish([...parts]);
}

function byKey([, left]: Entry, [, right]: Entry): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const FINDING_LISTS = ['subjects', 'payers', 'receivers', 'rows', 'measured', 'alternatives'] as const;

/** Whether a value is of the form that its kind has. */
function isSound(kind: string, value: unknown): boolean {
  if (kind === 'C' || kind === 'N') return Array.isArray(value) && value.every((one) => typeof one === 'string');
  if (typeof value !== 'object' || value === null) return false;
  const lists = kind === 'F' ? FINDING_LISTS : kind === 'S' ? (['stopped', 'remarks'] as const) : undefined;
  return lists !== undefined && lists.every((name) => Array.isArray((value as Record<string, unknown>)[name]));
}
