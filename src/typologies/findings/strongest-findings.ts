import { type Finding } from '../../evidence/index.js';
import { type Bounded, complete, stopped } from '../../foundation/index.js';
import { sortFindings } from './sort-findings.js';

/** How findings are made from candidates, and which of them are kept. */
export interface FindingChoice<Candidate> {
  /** At most this many fired findings are kept, and as many that an innocent alternative explains. */
  readonly limit: number;
  /**
   * Puts the stronger candidate first. It must look at structure, time and content before it looks at account numbers, so
   * that names do not decide what is kept.
   */
  readonly compare: (left: Candidate, right: Candidate) => number;
  readonly toFinding: (candidate: Candidate) => Finding;
  /** Tests the innocent alternatives; see {@link DetectionContext.explain}. Default: nothing is tested here. */
  readonly explain?: ((finding: Finding) => Finding | undefined) | undefined;
}

interface Entry<Candidate> {
  readonly candidate: Candidate;
  readonly finding: Finding;
}

/**
 * Keeps the strongest findings of a search. Fired ones are counted apart from explained ones, so that thousands of shops
 * do not push out what nobody explains. Holds twice the limit of either kind at most.
 */
export class StrongestFindings<Candidate> {
  readonly #choice: FindingChoice<Candidate>;
  readonly #fired: Strongest<Entry<Candidate>>;
  readonly #explained: Strongest<Entry<Candidate>>;
  /** Whether a finding was left out because no more alternatives could be tested; the runner says so. */
  #isOutOfTests = false;

  constructor(choice: FindingChoice<Candidate>) {
    const compare = (left: Entry<Candidate>, right: Entry<Candidate>): number =>
      choice.compare(left.candidate, right.candidate);
    this.#choice = choice;
    this.#fired = new Strongest(choice.limit, compare);
    this.#explained = new Strongest(choice.limit, compare);
  }

  /** Makes the candidate a finding, tests its alternatives, and answers whether it fired. */
  add(candidate: Candidate): boolean {
    const { toFinding, explain } = this.#choice;
    const made = toFinding(candidate);
    const finding = explain === undefined ? made : explain(made);
    if (finding === undefined) {
      this.#isOutOfTests = true;
      return false;
    }
    const isFired = finding.status === 'fired';
    (isFired ? this.#fired : this.#explained).add({ candidate, finding });
    return isFired;
  }

  /** Whether weaker candidates cannot change anything: more findings fired than are kept, or no more can be tested. */
  get isDone(): boolean {
    return this.#isOutOfTests || this.#overflows;
  }

  /** Whether nothing that is added can be tested any more. */
  get isOutOfTests(): boolean {
    return this.#isOutOfTests;
  }

  get #overflows(): boolean {
    return this.#fired.seen > this.#choice.limit;
  }

  /** What is kept, in reading order; stopped by `maxFindings` if something is not. */
  result(): Bounded<Finding> {
    const { limit } = this.#choice;
    const explained = this.#explained.items();
    const items = sortFindings([...this.#fired.items(), ...explained].map(({ finding }) => finding));
    const leftOut = this.#explained.seen - explained.length;
    const cuts = [
      ...(this.#overflows ? [`maxFindings ${limit}`] : []),
      ...(leftOut > 0 ? [`maxFindings ${limit} of explained findings, ${leftOut} left out`] : []),
    ];
    return cuts.length === 0 ? complete(items) : stopped(items, cuts.join(', '));
  }
}

/** The first `limit` of what is added, by an order; sorts only now and then. */
class Strongest<Item> {
  seen = 0;
  readonly #limit: number;
  readonly #compare: (left: Item, right: Item) => number;
  #items: Item[] = [];

  constructor(limit: number, compare: (left: Item, right: Item) => number) {
    this.#limit = limit;
    this.#compare = compare;
  }

  add(item: Item): void {
    this.seen++;
    this.#items.push(item);
    if (this.#items.length >= 2 * this.#limit) this.#items = this.items();
  }

  items(): Item[] {
    if (this.#items.length <= this.#limit) return this.#items;
    return [...this.#items].sort(this.#compare).slice(0, this.#limit);
  }
}
