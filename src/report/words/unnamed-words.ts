import { type ReportData } from '../report-data.js';
import { counted, whole } from './numbers.js';

/** Weaker groups that are told one by one. */
const MOST_WEAK = 5;

/** Groups, accounts and people that are counted and not named, in sentences. */
export function unnamedWords({ unnamed, protectionConcerns, hubs }: ReportData): string[] {
  const { weak, setAside, withheld } = unnamed;
  return [
    ...weak
      .slice(0, MOST_WEAK)
      .map(
        ({ meanScore, accounts }) =>
          `A weaker group of ${counted(accounts, 'account')}, evidence weight ${meanScore.toFixed(2)}: counted, not named.`,
      ),
    weak.length > MOST_WEAK ? `${counted(weak.length - MOST_WEAK, 'more weaker group')}.` : '',
    ...setAside.map(({ reading, groups }) => `${counted(groups, 'group')} set aside: ${reading.replace(/\.$/u, '')}.`),
    withheld > 0 ? `${counted(withheld, 'account')} withheld: they may have merely paid.` : '',
    hubs.length > 0 ? `${counted(hubs.length, 'account')} with very many counterparties left out of groups.` : '',
    ...protectionConcerns.map(
      ({ typology, findings, concerned }) =>
        `Welfare first: ${counted(findings, 'finding')} of ${typology.replaceAll('-', ' ')}${concerned === null ? '' : `, ${counted(concerned, 'person', 'people')} concerned`}. In no score; they may need protection.`,
    ),
  ].filter((text) => text !== '');
}

/** Whether exchanged data give leads as well, in a sentence; undefined where it was not asked. */
export function nullCheckWords({ nullCheck }: ReportData): string | undefined {
  if (nullCheck === undefined) return undefined;
  const found = nullCheck.leadsFound.reduce((sum, one) => sum + one, 0);
  return `With beneficiaries exchanged at random ${counted(nullCheck.leadsFound.length, 'time')}: ${counted(found, 'lead')} in all; in the file itself ${whole(nullCheck.leads)}. ${nullCheck.note}`;
}
