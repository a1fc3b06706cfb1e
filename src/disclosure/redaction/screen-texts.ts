import type { CaseDocument } from '../document/case-schema.js';

/** What stands for a text that holds a name. */
export const HIDDEN = '[not passed on]';

/** Shorter names are not looked for in texts: every sentence with a number would hold one. */
const SHORTEST_NAME = 4;
/** Names from this length on are found inside longer words too. */
const LONG_NAME = 6;

/** Every account, institution and holder that a case names. */
export function namesIn(document: CaseDocument): Set<string> {
  const keys = [
    ...document.leads.flatMap(({ operators }) => operators.flatMap(({ accounts }) => accounts)),
    ...document.findings.flatMap(({ accounts }) => accounts),
    ...document.protectionConcerns.flatMap(({ accounts }) => accounts),
    ...document.hubs.flatMap(({ accounts }) => accounts ?? []),
  ];
  const holders = document.leads.flatMap(({ operators }) => operators.flatMap((operator) => operator.holders ?? []));
  return new Set([...holders, ...keys.flatMap(({ institution, account }) => [institution, account])]);
}

/**
 * Hides texts that hold a name of the case, in any capitals: a file that is called after its bank, a note that quotes an account. A
 * second lock: sentences of the library name nobody. Names under four characters are not looked for, and those under six only as
 * whole words. O(different texts x names).
 */
export function textScreen(names: ReadonlySet<string>): (text: string) => string {
  const wanted = [...names].map((name) => name.trim().toLowerCase()).filter((name) => name.length >= SHORTEST_NAME);
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const lower = text.toLowerCase();
    const shown = wanted.some((name) => holds(lower, name)) ? HIDDEN : text;
    known.set(text, shown);
    return shown;
  };
}

function holds(text: string, name: string): boolean {
  if (name.length >= LONG_NAME) return text.includes(name);
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const around = `${text.charAt(at - 1)} ${text.charAt(at + name.length)}`;
    if (!/[\p{L}\p{N}]/u.test(around)) return true;
  }
  return false;
}
