import { type Stage } from '../stage.js';

/** Writes one story onto the stage; returns the accounts that a detector must not list. Empty if nobody is left to cast. */
export type PlantLookAlike = (stage: Stage) => number[];

/** A kind of innocent story that resembles parts of a network. */
export interface InnocentKind {
  /** Name in the truth of a world. */
  readonly id: string;
  /** Why money moves like that, in one line. */
  readonly reason: string;
  /** Ids of the innocent alternatives of the domain reference (A01 to A17) that read it; empty if none does. */
  readonly alternatives: readonly string[];
  /** Whether several people who gather money pay one onward receiver, as collectors of a network do. */
  readonly converges: boolean;
  readonly plant: PlantLookAlike;
}

/** A kind in which nobody, or only one account, gathers for somebody else. `alternatives` is a list with blanks. */
export function innocent(id: string, plant: PlantLookAlike, alternatives: string, reason: string): InnocentKind {
  const ids = alternatives === '' ? [] : alternatives.split(' ');
  return { id, plant, alternatives: ids, reason, converges: false };
}

/** A kind in which several who gather money pay one onward receiver. */
export function converging(id: string, plant: PlantLookAlike, alternatives: string, reason: string): InnocentKind {
  return { ...innocent(id, plant, alternatives, reason), converges: true };
}
