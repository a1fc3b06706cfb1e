// Evaluations of several worlds added up, and the cells in which they are shown.

const SUMS = [
  'networks',
  'networksFound',
  'listedAccounts',
  'rightAccounts',
  'payers',
  'payersNamedAnywhere',
  'accounts',
];

/** Adds up evaluations. */
export function addUp(evaluations) {
  const sum = (of) => evaluations.reduce((total, one) => total + of(one), 0);
  const sums = Object.fromEntries(SUMS.map((name) => [name, sum((one) => one[name])]));
  const first = (length) => (one) => one.firstLeads.find((entry) => entry.first === length);
  return {
    worlds: evaluations.length,
    ...sums,
    leads: sum((one) => one.leads),
    strong: sum((one) => levelCount(one, 'strong')),
    secondLook: sum((one) => levelCount(one, 'second-look')),
    jaccard: sum((one) => one.meanJaccard * one.networksFound),
    largestLead: evaluations.reduce((most, one) => Math.max(most, one.largestLead), 0),
    planted: sum((one) => one.lookAlikes.reduce((total, { planted }) => total + planted, 0)),
    flagged: sum((one) => one.lookAlikes.reduce((total, { flagged }) => total + flagged, 0)),
    firstLeads: [1, 3, 5, 10].map((length) => ({
      first: length,
      leads: sum((one) => first(length)(one).leads),
      rightLeads: sum((one) => first(length)(one).rightLeads),
      accounts: sum((one) => first(length)(one).accounts),
      rightAccounts: sum((one) => first(length)(one).rightAccounts),
    })),
  };
}

function levelCount({ leadsByLevel }, level) {
  return leadsByLevel.find((one) => one.level === level)?.leads ?? 0;
}

/** Columns of tables about worlds with networks, after the one that says which worlds. */
export const WORLD_COLUMNS = [
  'worlds',
  'networks found',
  'Jaccard',
  'listed accounts right',
  'first lead right',
  'first 3 leads right',
  'largest lead',
  'false per 1,000 accounts',
  'look-alikes listed',
  'payers named',
];

/** One row of such a table. */
export function worldCells(evaluations) {
  const all = addUp(evaluations);
  const [one, three] = all.firstLeads;
  return [
    all.worlds,
    part(all.networksFound, all.networks),
    all.networksFound === 0 ? '-' : (all.jaccard / all.networksFound).toFixed(2),
    part(all.rightAccounts, all.listedAccounts),
    part(one.rightLeads, one.leads),
    part(three.rightLeads, three.leads),
    all.largestLead,
    ((1000 * (all.listedAccounts - all.rightAccounts)) / Math.max(1, all.accounts)).toFixed(2),
    `${all.flagged} of ${all.planted}`,
    `${all.payersNamedAnywhere} of ${all.payers}`,
  ];
}

/** `3 of 4 (0.75)`, `0 of 0`. */
export function part(some, all) {
  return all === 0 ? '0 of 0' : `${some} of ${all} (${(some / all).toFixed(2)})`;
}

/** Tallies of something by a word, in the order of the words. */
export function tallyBy(items, wordOf, isHit) {
  const tallies = new Map();
  for (const item of items) {
    const tally = tallies.get(wordOf(item)) ?? { hits: 0, all: 0 };
    tallies.set(wordOf(item), { hits: tally.hits + (isHit(item) ? 1 : 0), all: tally.all + 1 });
  }
  return [...tallies].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
