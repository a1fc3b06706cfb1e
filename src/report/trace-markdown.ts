import { escapeMarkdown as text, heading, markdownTable as table } from './markdown.js';
import { type TraceSummary } from './trace-summary.js';
import {
  claimWords,
  limitWords,
  reachWords,
  ruleName,
  ruleWords,
  tableNote,
  traceTable,
  traceTitle,
} from './words/trace-words.js';

/** Traces of a case in words, in the order of the page; nothing where there are none. */
export function traceMarkdown(traces: readonly TraceSummary[] | null): string[] {
  if (traces === null) return [];
  return [
    heading(2, 'Tracing rules'),
    ...traces.flatMap((summary) =>
      [
        heading(3, traceTitle(summary)),
        text(`${claimWords(summary)} ${summary.notice}`),
        summary.rules.map((rule) => `- **${text(ruleName(rule.rule))}**: ${text(ruleWords(rule))}`).join('\n'),
        text(reachWords(summary).join(' ')),
        ...summary.parts.map((part) => {
          const { heads, rows } = traceTable(part, summary);
          return table(heads, rows);
        }),
        ...(summary.parts.length === 0 ? [] : [text(tableNote(summary))]),
        limitWords(summary)
          .map((line) => `- ${text(line)}`)
          .join('\n'),
      ].filter((block) => block !== ''),
    ),
  ];
}
