import { explainReading, type InnocentReading, type SettledJudgement } from '../judgement/index.js';
import { type UnnamedGroups } from './case-file.js';

const EMPLOYER = 'People live on what the group pays: consistent with an employer.';

/** Counts the groups that are no leads: the weak ones, ranked, and those set aside, with the reading that holds. */
export function countUnnamed(judgement: SettledJudgement | undefined): UnnamedGroups {
  if (judgement === undefined) return { weak: [], setAside: [], withheld: 0 };
  const { leads, employers, convergences } = judgement;
  const readings = new Map<InnocentReading, number>();
  let withheld = 0;
  for (const { verdict, reading, withheld: left } of convergences.convergences) {
    if (verdict === 'lead') withheld += left.length;
    if (verdict === 'setAside' && reading !== undefined) readings.set(reading, (readings.get(reading) ?? 0) + 1);
  }
  const setAside = [...readings].map(([reading, groups]) => ({ reading: explainReading(reading), groups }));
  if (employers.length > 0) setAside.push({ reading: EMPLOYER, groups: employers.length });
  return {
    weak: leads
      .filter(({ band }) => band === 'weak')
      .map(({ meanScore, feeFlow, group }) => ({ meanScore, feeFlow, accounts: group.length })),
    setAside: setAside.sort((a, b) => b.groups - a.groups),
    withheld,
  };
}
