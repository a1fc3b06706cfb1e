import { type Account } from '../foundation/index.js';
import { type EvidenceFamily, type Finding } from '../evidence/index.js';
import { type AccountTies, TIES } from './operator-ties.js';

/** Accounts that a primary indicator is about. */
export function accountsWithPrimary(fired: readonly Finding[]): ReadonlySet<Account> {
  return new Set(fired.filter(isPrimary).flatMap(({ subjects }) => subjects));
}

function isPrimary({ countClass }: Finding): boolean {
  return countClass === 'primary';
}

/** Accounts with two primary indicators, or a primary and a supporting one of another family. */
export function selectCorroborated(fired: readonly Finding[]): Set<Account> {
  const families = new Map<Account, Set<EvidenceFamily>>();
  const primaries = new Map<Account, Set<string>>();
  for (const { subjects, family, countClass, typology } of fired) {
    for (const subject of subjects) {
      addTo(families, subject, family);
      if (countClass === 'primary') addTo(primaries, subject, typology);
    }
  }
  const core = new Set<Account>();
  for (const [account, { size }] of primaries) {
    if (size >= 2 || families.get(account)!.size >= 2) core.add(account);
  }
  return core;
}

/** Several subjects of one primary finding and the account that takes most of what they pay. */
export function selectControlled(fired: readonly Finding[], { sent, received }: AccountTies): Set<Account> {
  const withPrimary = accountsWithPrimary(fired);
  const core = new Set<Account>();
  for (const { subjects, receivers } of fired.filter(isPrimary)) {
    if (subjects.length < TIES.controlledAccounts) continue;
    for (const controller of receivers) {
      const only = new Set([controller]);
      const controlled = subjects.filter((subject) => sent.isWith(subject, only, TIES.controlOutflowPercent));
      if (controlled.length < TIES.controlledAccounts) continue;
      const dedicated = received.isWith(controller, new Set(controlled), TIES.controlInflowPercent);
      if (dedicated || withPrimary.has(controller)) for (const one of [controller, ...controlled]) core.add(one);
    }
  }
  return core;
}

function addTo<K, V>(sets: Map<K, Set<V>>, key: K, value: V): void {
  const known = sets.get(key);
  if (known === undefined) sets.set(key, new Set([value]));
  else known.add(value);
}
