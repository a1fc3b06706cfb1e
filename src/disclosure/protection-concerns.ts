import { type Finding } from '../evidence/index.js';
import { type ProtectionConcern } from './case-file.js';
import { NAMING_DEFAULTS, type NamingParameters } from './naming-parameters.js';
import { type Protection } from './protection.js';

/** Welfare concerns that hold, apart from all findings that may count for anything else. */
export function setConcernsAside(all: readonly Finding[]): {
  readonly concerns: readonly Finding[];
  readonly findings: readonly Finding[];
} {
  const isConcern = ({ countClass }: Finding): boolean => countClass === 'welfare';
  return {
    concerns: all.filter((finding) => isConcern(finding) && finding.status === 'fired'),
    findings: all.filter((finding) => !isConcern(finding)),
  };
}

/**
 * The concerns in numbers, by typology in order of first appearance. Names only who is an operator of a lead anyhow,
 * and numbers of people below `leastShown` are not told apart from none (requirement R3).
 */
export function listConcerns(
  concerns: readonly Finding[],
  protection: Protection,
  { leastShown }: NamingParameters = NAMING_DEFAULTS,
): ProtectionConcern[] {
  const byTypology = new Map<string, Finding[]>();
  for (const concern of concerns) {
    const known = byTypology.get(concern.typology);
    if (known === undefined) byTypology.set(concern.typology, [concern]);
    else known.push(concern);
  }
  return [...byTypology].map(([typology, own]) => {
    const concerned = new Set(own.flatMap(({ payers }) => payers)).size;
    const paid = [...new Set(own.flatMap(({ subjects }) => subjects))].sort((a, b) => a - b);
    return {
      typology,
      findings: own.length,
      concerned: concerned < leastShown ? undefined : concerned,
      accounts: paid.filter((one) => protection.isOperator(one)).flatMap((one) => protection.namesOf(one) ?? []),
    };
  });
}
