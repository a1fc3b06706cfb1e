/** Version of the layout of case.json. Raised when a field changes its meaning or goes. */
export const CASE_FORMAT = 2;

/** Groups of people and corridors smaller than this are not told apart. */
export const SMALLEST_GROUP = 3;

/** Most transfers of one lead in a document; a cut is said in its remarks. */
export const MOST_TRANSFERS = 50_000;

/** What every reader of a case has to know first. */
export const CASE_NOTICE =
  'Leads, not proof. Patterns are consistent with the named typologies and need review by a person. ' +
  'Absence of findings is not absence of smuggling. Not for immigration enforcement against individuals.';

/** How far a case is redacted for others: who keeps it, from the own house to everybody. */
export const REDACTION_LEVELS = ['internal', 'partner', 'public'] as const;
/** One of {@link REDACTION_LEVELS}. */
export type RedactionLevel = (typeof REDACTION_LEVELS)[number];
