import { shown } from './words/invisible.js';

/** Text that no reader of Markdown takes for markup, links, HTML or a line end. */
export function escapeMarkdown(text: string): string {
  return shown(text)
    .replaceAll(/\s+/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_{}[\]()#|~!]/gu, '\\$&');
}

/** A heading of a level. */
export function heading(level: number, text: string): string {
  return `${'#'.repeat(level)} ${escapeMarkdown(text)}`;
}

/** Text in fixed width; for hashes and ids of our own, and text without backticks. */
export function code(text: string): string {
  return `\`${shown(text).replaceAll(/[`\s]+/gu, ' ')}\``;
}

/** A table; empty text where it has no rows. */
export function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  return [line(heads), `|${' --- |'.repeat(heads.length)}`, ...rows.map(line)].join('\n');
}
