import { type AlternativeOutcome } from '../../evidence/index.js';

/** Once this many outcomes are remembered they are forgotten: memory stays bounded. */
const MOST = 100_000;

/**
 * One object for equal outcomes. Most findings hear the same few sentences about themselves; an object and a text of its own
 * for each of them is most of what a large case holds in memory.
 */
export class OutcomePool {
  /** By id, then by reason; equal reasons with other outcomes are rare. */
  readonly #known = new Map<string, Map<string, AlternativeOutcome>>();
  #size = 0;

  /** The same outcome, perhaps as an object that was handed over before. */
  shared(outcome: AlternativeOutcome): AlternativeOutcome {
    const ofId = this.#ofId(outcome.id);
    const known = ofId.get(outcome.reason);
    if (known?.outcome === outcome.outcome && known.title === outcome.title) return known;
    ofId.set(outcome.reason, outcome);
    this.#size++;
    return outcome;
  }

  #ofId(id: string): Map<string, AlternativeOutcome> {
    if (this.#size > MOST) {
      this.#known.clear();
      this.#size = 0;
    }
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const fresh = new Map<string, AlternativeOutcome>();
    this.#known.set(id, fresh);
    return fresh;
  }
}
