/** What a published case should give at default settings, and what of it today's judgement does not reach. */
export interface Expectation {
  readonly title: string;
  /** Whether a lead, strong or second look, should hold at least half of the operators. Left out: the case is silent. */
  readonly lead?: boolean;
  /** Indicators that should fire about an operator; an id that no detector has is one that is not built. */
  readonly findings: readonly string[];
  /** By `lead`, indicator id, or `twin: indicator id`: why it is not reached. A test fails once it is. */
  readonly missed: Readonly<Record<string, string>>;
}

/** By the id of the case, as published cases are numbered. */
export const EXPECTED: Readonly<Record<string, Expectation>> = {
  C01: { title: '22 funnel accounts', lead: true, findings: ['funnel-account', 'collector-layer'], missed: {} },
  C02: { title: '123 accounts that keep 2.7 %', findings: [], missed: {} },
  C03: { title: 'A fee in two parts, Georgia to Arizona', lead: true, findings: ['instalment-pair', 'common-beneficiary'], missed: {} },
  C04: { title: 'Flows that move elsewhere', findings: ['short-lived-account'], missed: {} },
  C05: { title: 'Straw accounts, work payments, cheques', lead: true, findings: ['instalment-pair', 'collector-layer', 'cash-for-cheque'], missed: {} },
  C06: { title: 'Many small transfers, cash out in pieces', lead: true, findings: ['structured-withdrawals', 'common-beneficiary'], missed: {} },
  C07: { title: 'Charter flights with refunds', lead: false, findings: ['refund-loop'], missed: {} },
  C09: { title: 'Father and son', lead: true, findings: ['funnel-account', 'structured-deposits', 'structured-withdrawals', 'common-beneficiary', 'third-party-fan-out'], missed: {} },
  C10: { title: 'Held until the task is completed', lead: true, findings: ['escrow-hold-release', 'common-beneficiary'], missed: {} },
  C12: { title: 'Ten thousand families', lead: true, findings: [], missed: {} },
  C13: { title: 'Two branches, cash for crypto', lead: true, findings: ['net-settlement', 'crypto-bridge'], missed: {} },
  C14: { title: 'Cash on two days a week', lead: false, findings: [], missed: {} },
  C15: { title: 'A route with one wallet', lead: true, findings: ['common-beneficiary', 'crypto-bridge', 'corridor-order'], missed: {} },
  C17: { title: 'A price for each leg', lead: false, findings: ['corridor-order'], missed: {} },
  C20: { title: 'A package by sea', lead: true, findings: ['instalment-pair', 'common-beneficiary'], missed: {} },
  C21: { title: 'A value-transfer node', lead: false, findings: ['value-transfer-like'], missed: {} },
  C22: { title: 'A third party until arrival', lead: true, findings: ['escrow-hold-release', 'common-beneficiary'], missed: {} },
  C23: { title: 'A community boat, and one with a profit taker', findings: ['common-beneficiary'], missed: {} },
};
