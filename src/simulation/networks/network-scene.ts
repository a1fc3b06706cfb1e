import { type Stage } from '../stage.js';
import { type Operator } from './operator.js';
import { type Topology } from './topologies.js';

/** What the networks of one world share. */
export interface NetworkScene {
  readonly stage: Stage;
  /** Families of all networks so far; no operator pays them anything but a refund. */
  readonly payers: Set<number>;
  /** Persons to whom an operator has paid ordinary money: they live with one, and are not cast as families. */
  readonly close: Set<number>;
  /** Everybody who had ordinary dealings with an operator or a firm of one; not recruited later. */
  readonly known: Set<number>;
  /** Operators whose ordinary life is written: somebody of several networks has one. */
  readonly settled: Set<number>;
  readonly topologies: Topology[];
  /** Somebody who takes in money of several networks; cast when first needed. */
  launderer: Operator | undefined;
}

/** The scene as it is now, to come back to. */
export function copyScene(scene: NetworkScene): NetworkScene {
  const { payers, close, known, settled, topologies } = scene;
  return {
    ...scene,
    payers: new Set(payers),
    close: new Set(close),
    known: new Set(known),
    settled: new Set(settled),
    topologies: [...topologies],
  };
}

export function openScene(stage: Stage): NetworkScene {
  return {
    stage,
    payers: new Set(),
    close: new Set(),
    known: new Set(),
    settled: new Set(),
    topologies: [],
    launderer: undefined,
  };
}

/** Somebody of a country with an ordinary life who pays no network; undefined if nobody is found. */
export function stranger(scene: NetworkScene, country: string): number | undefined {
  const { people, random } = scene.stage;
  const person = people.crowd(4, random, country, 0.9).find((one) => !scene.payers.has(one));
  if (person !== undefined) scene.known.add(person);
  return person;
}

/** The same, for somebody who gets ordinary money from an operator. */
export function acquaintance(scene: NetworkScene, country: string): number | undefined {
  const person = stranger(scene, country);
  if (person !== undefined) scene.close.add(person);
  return person;
}
