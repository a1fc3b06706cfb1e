import { type Account } from '../foundation/index.js';
import { matchGuardList } from '../ingest/index.js';
import { type GuardListUse, type Manifest, summariseGuardList } from '../investigation/index.js';
import { type AccountDirectory } from '../ledger/index.js';
import { type GuardListFile, readGuardList, sourceNames } from '../node/index.js';
import { type GuardLists } from '../typologies/index.js';

/** A list of `--guard-list`, read before the transactions: a fault in it shows at once. */
export interface NamedGuardList extends GuardListFile {
  /** As in the manifest: the last part of the path, or all of it where two lists share it. */
  readonly name: string;
}

/** Guard lists in the ledger's numbers, and what became of each file. */
export interface FoundGuardLists {
  readonly guardLists: GuardLists;
  readonly uses: readonly GuardListUse[];
}

/** @throws InputError as {@link readGuardList} does, for the first list that cannot be used */
export async function readGuardLists(paths: readonly string[]): Promise<NamedGuardList[]> {
  const names = sourceNames(paths);
  const lists: NamedGuardList[] = [];
  for (const [i, path] of paths.entries()) lists.push({ ...(await readGuardList(path)), name: names[i]! });
  return lists;
}

/**
 * Finds the accounts of all lists in the data.
 *
 * @param telling names of lists that may tell somebody: such a list is cited by its place
 * @throws InputError `account-ambiguous`
 */
export function findGuarded(
  directory: AccountDirectory,
  lists: readonly NamedGuardList[],
  telling: ReadonlySet<string>,
): FoundGuardLists {
  const registeredBodies = new Set<Account>();
  const licensedRemitters = new Set<Account>();
  const uses = lists.map((file, i) => {
    const match = matchGuardList(directory, file.list, file.name);
    for (const account of match.registeredBodies) registeredBodies.add(account);
    for (const account of match.licensedRemitters) licensedRemitters.add(account);
    const name = telling.has(file.name) ? `guard-list-${String(i + 1).padStart(4, '0')}` : file.name;
    return summariseGuardList({ ...file, name }, file.list, match);
  });
  return { guardLists: { registeredBodies, licensedRemitters }, uses };
}

/** What a person sees of the guard lists at the end of an investigation; nothing where there are none. */
export function describeGuardLists({ guardLists, options }: Manifest): string[] {
  const { files, accounts, findings, explainedByLists, explainedByTypology, stillFired } = guardLists;
  if (files.length === 0) return [];
  const { registeredBodies, licensedRemitters } = options.guarded;
  const notFound = files.reduce((sum, file) => sum + file.notFound, 0);
  const matched = files.reduce((sum, file) => sum + file.matched, 0);
  const byTypology = Object.entries(explainedByTypology).map(([typology, count]) => `${typology} ${count}`);
  const lines = [
    `Guard lists: you vouch for ${accounts} accounts (${registeredBodies} as registered bodies, ${licensedRemitters} as ` +
      `licensed remitters); the case names none of them.`,
  ];
  if (accounts > 0) {
    lines.push(
      `  ${findings} findings are about them: ${explainedByLists} explained by the lists alone` +
        `${byTypology.length === 0 ? '' : ` (${byTypology.join(', ')})`}, ${stillFired} still fired because of other accounts.`,
    );
  }
  if (notFound > 0) {
    const hint = matched === 0 ? ' Are institution and account written as in the data?' : '';
    lines.push(`  ${notFound} of ${notFound + matched} entries are not in the data (lines in manifest.json).${hint}`);
  }
  return lines;
}
