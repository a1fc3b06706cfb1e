import { GrowableColumn, TextInterner } from '../structures/index.js';
import { type AlternativeOutcome, type Finding, type Measure } from './finding.js';

/** What many findings have in common: everything but lists and measured values. */
type FindingHead = Omit<Finding, 'subjects' | 'payers' | 'receivers' | 'rows' | 'measured' | 'alternatives'>;

/** A measure without its numbers. */
interface MeasureHead extends Pick<Measure, 'name' | 'unit' | 'currency'> {
  readonly isText: boolean;
  readonly hasThreshold: boolean;
}

/** Findings as a few columns, which another thread takes over at once where objects would be copied one by one. */
export interface PackedFindings {
  readonly count: number;
  /**
   * For each finding: its head; subjects, payers, receivers, rows, each after their number; the number of measures, and the
   * head of each, followed by the text if its value is one; the number of alternatives, and each of them.
   */
  readonly codes: Int32Array;
  /** Values and thresholds of measures, in their order. */
  readonly numbers: Float64Array;
  readonly heads: readonly FindingHead[];
  readonly measureHeads: readonly MeasureHead[];
  readonly texts: readonly string[];
  readonly outcomes: readonly AlternativeOutcome[];
}

/** Takes findings apart. Only what {@link Finding} names is kept. O(size of the findings). */
export function packFindings(findings: readonly Finding[]): PackedFindings {
  const codes = new GrowableColumn(Int32Array);
  const numbers = new GrowableColumn(Float64Array);
  const heads = new KnownValues<FindingHead>();
  const measureHeads = new KnownValues<MeasureHead>();
  const outcomes = new KnownOutcomes();
  const texts = new TextInterner();
  // Measures in the same place of successive findings mostly have one head: it need not be looked up.
  const lastAt: (number | undefined)[] = [];
  const measureHeadOf = (measure: Measure, place: number): number => {
    const last = lastAt[place];
    if (last !== undefined && isHeadOf(measureHeads.values[last]!, measure)) return last;
    const head = headOfMeasure(measure);
    const number = measureHeads.numberOf(JSON.stringify(head), head);
    lastAt[place] = number;
    return number;
  };
  const addMeasure = (measure: Measure, place: number): void => {
    const { value, threshold } = measure;
    codes.push(measureHeadOf(measure, place));
    if (typeof value === 'string') codes.push(texts.intern(value));
    else numbers.push(value);
    if (threshold !== undefined) numbers.push(threshold);
  };
  for (const { subjects, payers, receivers, rows, measured, alternatives, ...head } of findings) {
    codes.push(heads.numberOf(JSON.stringify(head), head));
    for (const list of [subjects, payers, receivers, rows]) {
      codes.push(list.length);
      codes.reserve(list.length);
      for (const item of list) codes.push(item);
    }
    codes.push(measured.length);
    measured.forEach(addMeasure);
    codes.push(alternatives.length);
    for (const one of alternatives) codes.push(outcomes.numberOf(one));
  }
  return {
    count: findings.length,
    codes: codes.finish().slice(),
    numbers: numbers.finish().slice(),
    heads: heads.values,
    measureHeads: measureHeads.values,
    texts: texts.texts(),
    outcomes: outcomes.values,
  };
}

/** The findings again, equal to those that were packed; equal alternatives are then one object. O(their size). */
export function unpackFindings(packed: PackedFindings): Finding[] {
  const { count, codes, numbers, heads, measureHeads, texts, outcomes } = packed;
  let at = 0;
  let numberAt = 0;
  const listOf = <T>(read: () => T): T[] => {
    const length = codes[at++]!;
    const list: T[] = [];
    for (let i = 0; i < length; i++) list.push(read());
    return list;
  };
  const integers = (): number[] => {
    const length = codes[at++]!;
    // Of the length it needs: pushing would leave a third of the memory empty, in four lists of each finding.
    const list = new Array<number>(length);
    for (let i = 0; i < length; i++) list[i] = codes[at++]!;
    return list;
  };
  const measure = (): Measure => {
    const { name, unit, currency, isText, hasThreshold } = measureHeads[codes[at++]!]!;
    const value = isText ? texts[codes[at++]!]! : numbers[numberAt++]!;
    // Fields before what is spread: the other way round takes many times as long.
    return {
      name,
      value,
      unit,
      ...(currency === undefined ? {} : { currency }),
      ...(hasThreshold ? { threshold: numbers[numberAt++]! } : {}),
    };
  };
  const findings: Finding[] = [];
  for (let i = 0; i < count; i++) {
    const head = heads[codes[at++]!]!;
    findings.push({
      subjects: integers(),
      payers: integers(),
      receivers: integers(),
      rows: integers(),
      measured: listOf(measure),
      alternatives: listOf(() => outcomes[codes[at++]!]!),
      ...head,
    });
  }
  return findings;
}

function headOfMeasure({ name, unit, currency, value, threshold }: Measure): MeasureHead {
  return {
    ...{ name, unit, isText: typeof value === 'string', hasThreshold: threshold !== undefined },
    ...(currency === undefined ? {} : { currency }),
  };
}

function isHeadOf(head: MeasureHead, { name, unit, currency, value, threshold }: Measure): boolean {
  return (
    head.name === name &&
    head.unit === unit &&
    head.currency === currency &&
    head.isText === (typeof value === 'string') &&
    head.hasThreshold === (threshold !== undefined)
  );
}

/** Different values by a text that tells them apart, numbered in order of first sight. */
class KnownValues<T> {
  readonly values: T[] = [];
  readonly #keys = new TextInterner();

  numberOf(key: string, value: T): number {
    const number = this.#keys.intern(key);
    if (number === this.values.length) this.values.push(value);
    return number;
  }
}

/** Different outcomes, numbered likewise: by their reasons, the longest of their texts, and by the rest where reasons are shared. */
class KnownOutcomes {
  readonly values: AlternativeOutcome[] = [];
  readonly #byReason = new Map<string, number[]>();

  numberOf(outcome: AlternativeOutcome): number {
    const { id, title, reason } = outcome;
    const sharing = this.#byReason.get(reason) ?? [];
    if (sharing.length === 0) this.#byReason.set(reason, sharing);
    for (const number of sharing) {
      const known = this.values[number]!;
      if (known.id === id && known.title === title && known.outcome === outcome.outcome) return number;
    }
    const number = this.values.push(outcome) - 1;
    sharing.push(number);
    return number;
  }
}
