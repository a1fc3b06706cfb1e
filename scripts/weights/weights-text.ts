import { type WeightTable } from '../../src/judgement/index.js';

/** The table as JSON with a line for each sign, so that a comparison of two tables can be read. */
export function weightsText({ version, first, second, provenance }: WeightTable): string {
  const pass = ({ bias, signs }: WeightTable['first']): string =>
    `{ "bias": ${bias}, "signs": [\n${signs.map((sign) => JSON.stringify(sign)).join(',\n')}\n] }`;
  const parts = [`"version": ${version}`, `"first": ${pass(first)}`, `"second": ${pass(second)}`];
  return `{\n${parts.join(',\n')},\n"provenance": ${JSON.stringify(provenance)}\n}\n`;
}
