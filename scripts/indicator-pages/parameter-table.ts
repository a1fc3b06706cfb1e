import { type Parameter, type ParameterSet } from '../../src/evidence/index.js';

/** What each unit allows where a parameter states no range of its own; the same as in `evidence/resolve-parameters.ts`. */
export const UNIT_RANGES: Readonly<Record<Parameter['unit'], readonly [number, number]>> = {
  count: [1, Number.MAX_SAFE_INTEGER],
  share: [0, 1],
  hours: [0, Infinity],
  days: [0, Infinity],
  ratio: [0, Infinity],
  money: [0, Infinity],
  switch: [0, 1],
};

/** Parameters as a table, one a line. */
export function parameterTable(parameters: ParameterSet): string {
  const lines = Object.entries(parameters).map(([name, parameter]) => {
    const { value, unit, meaning, source } = parameter;
    const origin = source.grade === 'choice' ? 'our choice' : `\`${source.key}\``;
    return `| \`${name}\` | ${number(value)} | ${unitWords(unit)} | ${rangeWords(parameter)} | ${cell(meaning)} | ${origin} |`;
  });
  return [
    '| parameter | default | unit | allowed | meaning | source |',
    '| --- | --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}

function rangeWords({ unit, range }: Parameter): string {
  const [least, greatest] = range ?? UNIT_RANGES[unit];
  if (least === greatest) return 'fixed';
  return greatest >= Number.MAX_SAFE_INTEGER ? `${number(least)} or more` : `${number(least)} to ${number(greatest)}`;
}

function unitWords(unit: Parameter['unit']): string {
  return unit === 'money' ? 'units of the currency' : unit;
}

/** Groups the digits before the point; no more than four after it. */
function number(value: number): string {
  const [front = '', back] = String(Number(value.toFixed(4))).split('.');
  const grouped = front.replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
  return back === undefined ? grouped : `${grouped}.${back}`;
}

/** Text that may stand in a cell of a table. */
export function cell(text: string): string {
  return text.replaceAll('|', String.raw`\|`).replaceAll('\n', ' ');
}
