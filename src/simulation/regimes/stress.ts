/** What a caller may fix about planted networks; `undefined` leaves a choice to whoever plans them. */
export interface Stress {
  /** Share of what comes in that an operator keeps, 0..0.2. */
  readonly marginKept: number | undefined;
  /** Longest time in hours that an operator holds money. */
  readonly holdHours: number | undefined;
  /** Layers between families and coordinator: 1 = collectors only, 2 = collectors and mules, 3 = two rows of mules. */
  readonly layers: number | undefined;
  /** Collectors of each network, 1..15. */
  readonly collectors: number | undefined;
  /** Share of the payments on operators' accounts that are ordinary life, 0..1. */
  readonly livedIn: number | undefined;
  /** Share of the operators' accounts that are exchanged for others midway, 0..1. */
  readonly exchangedAccounts: number | undefined;
}

/** Nothing fixed. */
export const NO_STRESS: Stress = Object.freeze({
  marginKept: undefined,
  holdHours: undefined,
  layers: undefined,
  collectors: undefined,
  livedIn: undefined,
  exchangedAccounts: undefined,
});
