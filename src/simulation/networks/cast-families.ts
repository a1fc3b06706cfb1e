import { chance, pick } from '../draws.js';
import { type NetworkHabits } from './network-habits.js';
import { type NetworkScene } from './network-scene.js';
import { type NetworkWay } from './network-way.js';

/** Relatives who pay for one traveller together. */
export type Family = readonly number[];

const MOST_RELATIVES = 5;

/**
 * The families of a network: ordinary people, moved to its towns, whose lives go on as anybody's. Who gets ordinary
 * money from an operator is passed over.
 */
export function castFamilies(scene: NetworkScene, habits: NetworkHabits, way: NetworkWay): Family[] {
  const { stage, close, payers } = scene;
  const { people, random } = stage;
  const families: Family[] = [];
  let cast = 0;
  while (cast < habits.payers && people.uncast > 0) {
    const home = pick(random, way.familyTowns);
    const family: number[] = [];
    do {
      const person = people.cast(chance(random, 0.7) ? home : pick(random, way.familyTowns));
      if (person >= 0 && !close.has(person)) family.push(person);
    } while (people.uncast > 0 && family.length < MOST_RELATIVES && chance(random, 1 - 1 / habits.relatives));
    if (family.length === 0) continue;
    for (const person of family) payers.add(person);
    families.push(family);
    cast += family.length;
  }
  return families;
}
