import { greatest } from '../../structures/index.js';
import { scoreSum } from '../pictures/score-sum.js';
import { partTitle, withPowers } from '../words/part-words.js';
import { signed } from '../words/numbers.js';
import { type FigureLead, type FigureResult } from './figure-lead.js';
import { darkFill, EDGE } from './hatching.js';
import { line, wrapped } from './lettering.js';
import { INK, INNER } from './look.js';
import { type Drawn, type LegendItem, sheetText } from './sheet.js';
import { el, type Svg } from './svg.js';

const WORDS = 640;
const BARS = { left: 670, right: 1030 };
const FOR = { fill: darkFill('in'), stroke: EDGE.in };
const AGAINST = { fill: 'url(#dark-against)', stroke: INK.against };

/** What speaks for a lead and what against, on one scale; the parts add up to the total in sight. */
export function scoreFigure(lead: FigureLead): FigureResult {
  const { prepared } = lead;
  const { stability } = prepared.lead;
  const found =
    stability.runs === 0
      ? 'Whether another run finds the same group was not checked.'
      : `Found again in ${stability.appearsIn} of ${stability.runs} runs with other random seeds; the groups overlap by ${Math.round(stability.meanJaccard * 100)} % on average.`;
  return {
    svg: sheetText({
      title: `${prepared.lead.lead}: how the score comes about`,
      subtitle: lead.subtitle,
      hint: 'The score is the mean weight of evidence of the accounts, in nats (natural logarithm of odds). It puts leads in order; it is no probability, and it says nothing about guilt. Bars to the right speak for a lead, hatched bars to the left against it.',
      legend: [key(FOR, 'speaks for'), key(AGAINST, 'speaks against')],
      body: parts(lead),
      notes: [found],
      source: lead.source,
    }),
  };
}

function key(paint: typeof FOR, words: string): LegendItem {
  return { words, swatch: (x, y) => el('rect', { x: x - 9, y: y - 6, width: 20, height: 12, ...paint }) };
}

function parts({ prepared: { lead } }: FigureLead): Drawn {
  const sum = scoreSum(lead);
  const flow = lead.parts.filter(({ source }) => source === 'fee-flow').sort((a, b) => b.weight - a.weight);
  const weights = [...lead.parts.map(({ weight }) => weight), sum.bias, sum.smaller].map(Math.abs);
  const most = greatest(weights, 1e-9);
  const content: Svg[] = [];
  let y = 0;
  const heading = (text: string): void => {
    content.push(line(text, [0, y + 20], { size: 15, bold: true, serif: true }));
    y += 34;
  };
  const row = (name: string, sentence: string, weight: number): void => {
    const drawn = partRow({ name, sentence: withPowers(sentence), weight, most }, y);
    content.push(drawn.content);
    y += drawn.height;
  };
  heading('What the accounts do');
  row('Where every account of this file starts', '', sum.bias);
  for (const { name, sentence, weight } of sum.parts) row(partTitle(name), sentence, weight);
  if (Math.abs(sum.smaller) >= 0.005) row('Smaller parts together', '', sum.smaller);
  content.push(
    line('Together', [0, y + 22], { size: 14, bold: true }),
    line(`${signed(sum.total)} nats`, [INNER, y + 22], { size: 14, bold: true, anchor: 'end' }),
  );
  y += 36;
  if (flow.length > 0) {
    y += 10;
    heading('How exceptional payments meet (judged apart from the score)');
    for (const { name, sentence, weight } of flow) row(partTitle(name), sentence, weight);
  }
  return { content: el('g', {}, ...content), height: y };
}

interface PartRow {
  readonly name: string;
  readonly sentence: string;
  readonly weight: number;
  readonly most: number;
}

function partRow({ name, sentence, weight, most }: PartRow, top: number): Drawn {
  const lines = wrapped(sentence, WORDS, 12);
  const height = Math.max(32, 30 + lines.length * 16);
  const zero = (BARS.left + BARS.right) / 2;
  const width = (Math.abs(weight) / most) * (BARS.right - zero);
  const y = top + 10;
  const bar = { x: weight < 0 ? zero - width : zero, y, width, height: 14, ...(weight < 0 ? AGAINST : FOR) };
  return {
    content: el(
      'g',
      {},
      line(name, [0, top + 20], { size: 13, bold: true }),
      ...lines.map((one, i) => line(one, [0, top + 37 + i * 16], { fill: INK.ink2 })),
      el('rect', bar),
      el('path', { d: `M${zero},${y - 4}v22`, stroke: INK.ink, fill: 'none' }),
      line(signed(weight), [INNER, top + 21], { size: 13, bold: true, anchor: 'end' }),
      el('path', { d: `M0,${top + height}H${INNER}`, stroke: INK.line, fill: 'none' }),
    ),
    height,
  };
}
