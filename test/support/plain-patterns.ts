/**
 * The patterns of layering over all transfers, whoever deals with whom how often: what the oracles define. By default they
 * look at strangers alone, which another transfer can end.
 */
export const ALL_TRANSFERS = Object.freeze({ strangersOnly: 0, dustShare: 0 });

/** The same for fans, which need not be most of what an account does, and for round trips of any amounts. */
export const PLAIN_FAN = Object.freeze({ ...ALL_TRANSFERS, minShare: 0 });
export const PLAIN_ROUND_TRIP = Object.freeze({ ...ALL_TRANSFERS, minLegMatch: 0 });
