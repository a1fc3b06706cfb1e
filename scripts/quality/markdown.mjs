// Tables as Markdown, and their place in a page.

/** A table; cells are shown as they are. */
export function table(header, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/**
 * A page with the text between `<!-- quality:NAME -->` and `<!-- /quality:NAME -->` replaced. Marks that are missing are put
 * before the first second-level heading, behind those that are there.
 */
export function replaceSection(page, name, text) {
  const [start, end] = [`<!-- quality:${name} -->`, `<!-- /quality:${name} -->`];
  const section = `${start}\n\n${text.trim()}\n\n${end}`;
  const from = page.indexOf(start);
  if (from >= 0) {
    const to = page.indexOf(end, from);
    if (to < 0) throw new Error(`Expected ${end} behind ${start}`);
    return page.slice(0, from) + section + page.slice(to + end.length);
  }
  const last = [...page.matchAll(/^<!-- \/quality:[a-z]+ -->$/gmu)].at(-1);
  const at = last === undefined ? page.search(/^## /mu) : last.index + last[0].length;
  if (at < 0) return `${page.trimEnd()}\n\n${section}\n`;
  return last === undefined
    ? `${page.slice(0, at)}${section}\n\n${page.slice(at)}`
    : `${page.slice(0, at)}\n\n${section}${page.slice(at)}`;
}
