import { type Cut } from '../../src/slices/index.js';
import { rowToLine } from '../../src/engine/index.js';

/** A part by the name that kernels know it by. */
export function partName({ group, number }: Cut): string {
  return `${group}:${number}`;
}

export function linesOfCut(cut: Cut): string[] {
  return [...cut.rows].map((row) => rowToLine(partName(cut), row));
}
