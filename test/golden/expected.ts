/** What a published case should give at default settings, and what of it today's judgement does not reach. */
export interface Expectation {
  readonly title: string;
  /** Whether a lead, strong or second look, should hold at least half of the operators. */
  readonly lead: boolean;
  /** Indicators that should fire about an operator; an id that no detector has is one that is not built. */
  readonly findings: readonly string[];
  /** By `lead`, indicator id, or `twin: indicator id`: why it is not reached. A test fails once it is. */
  readonly missed: Readonly<Record<string, string>>;
}
