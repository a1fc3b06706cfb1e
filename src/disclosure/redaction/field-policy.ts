import { REDACTION_LEVELS, type RedactionLevel } from '../document/case-format.js';

/**
 * What becomes of a field.
 * - `kept`: as it was.
 * - `screened`: as it was, but for texts that hold an account or institution that the case names.
 * - `thinned`: what stays is as it was; rows of groups under three, and texts that are not our own, are left out.
 * - `coarsened`: rounded, or left out where it is that of a group under three.
 * - `renumbered`: a place in a list that is ordered anew.
 * - `rewritten`: words or numbers of our own stand for it.
 * - `pseudonym`: a keyed code stands for it.
 * - `removed`: gone; where the layout wants a value it is empty, 0 or -1.
 */
export type Treatment =
  'kept' | 'screened' | 'thinned' | 'coarsened' | 'renumbered' | 'rewritten' | 'pseudonym' | 'removed';

/**
 * The policy: a line for every field, or for a field and all below it unless a longer line speaks of them. Behind it stand the
 * treatments at internal, partner and public by their first letters (`S` screened, `K` kept, `T` thinned, `C` coarsened, `N` renumbered,
 * `W` rewritten, `P` pseudonym, `-` removed). A field without a line is removed at every level.
 */
const LINES = `
format K K K
notice K W W
smallestGroup K K K
data.transfers K C C
data.accounts K C C
data.precision K C C
data.period K C C
data.months K C C
data.months.currency S W W
data.corridors K C C
data.corridors.from S T T
data.corridors.to S T T
data.corridors.sums.currency S W W
leads.lead K K T
leads.level K K T
leads.score K C C
leads.feeFlow K K T
leads.bias K C C
leads.parts K T T
leads.parts.name S T T
leads.parts.weight K C C
leads.parts.sentence S W W
leads.missing S T T
leads.reduced S T T
leads.narrative S W W
leads.operators.accounts P P W
leads.operators.holders - - -
leads.operators.rule K K T
leads.operators.ruleText S W W
leads.operators.score K C W
leads.operators.role K K T
leads.operators.role.label S W W
leads.operators.role.reasons S - -
leads.operators.runnerUp K K -
leads.operators.runnerUp.label S W -
leads.operators.runnerUp.reasons S - -
leads.operators.country S C -
leads.operators.received K C -
leads.operators.received.currency S W -
leads.operators.paid K C -
leads.operators.paid.currency S W -
leads.operators.first K C -
leads.operators.last K C -
leads.operators.counterparties K C -
leads.companions K K C
leads.senders K K C
leads.protectedPayers K K C
leads.protectedPayers.needsReview T T C
leads.protectedPayers.byCountry K T C
leads.protectedPayers.byCountry.country S T T
leads.protectedPayers.byOperator K K -
leads.transferCount K K C
leads.paidIn K C C
leads.paidIn.currency S W W
leads.moved K C C
leads.moved.currency S W W
leads.paidOut K C C
leads.paidOut.currency S W W
leads.held K C -
leads.held.rule S W -
leads.held.sums.currency S W -
leads.money K C -
leads.money.currency S W -
leads.sameAmounts K - -
leads.sameAmounts.currency S - -
leads.corridors K C C
leads.corridors.from S T T
leads.corridors.to S T T
leads.corridors.sums.currency S W W
leads.first K C C
leads.last K C C
leads.stability K C C
leads.typologies S W W
leads.findings S W -
leads.currencies S W -
leads.channels S T -
leads.places S C -
leads.files S W -
leads.transfers K N -
leads.transfers.start K C -
leads.transfers.seconds K C -
leads.transfers.from N N -
leads.transfers.to N N -
leads.transfers.amount K C -
leads.transfers.placeFrom K - -
leads.transfers.placeTo K - -
leads.transfers.file K W -
leads.transfers.line K W -
leads.transfers.findings K K -
unnamed.weak K C C
unnamed.setAside.reading S W W
unnamed.setAside.groups K K C
unnamed.withheld K K C
closest.group K C C
closest.lacking S T T
closest.columns S T T
findings K K -
findings.lead S W -
findings.typology S W -
findings.title S W -
findings.sentence S W -
findings.accounts P P -
findings.measured K T -
findings.measured.name S T -
findings.measured.words S W -
findings.measured.value S C -
findings.measured.unit S T -
findings.measured.currency S W -
findings.alternatives K T -
findings.alternatives.id S T -
findings.alternatives.title S W -
findings.alternatives.reason S W -
findings.evidence.file S W -
findings.evidence.lines K W -
detectors.id S W W
detectors.title S W W
detectors.question S W W
detectors.fired K K C
detectors.explained K K C
detectors.inLeads K K C
detectors.missing S T T
detectors.stoppedBy S W W
protectionConcerns K K C
protectionConcerns.typology S W W
protectionConcerns.accounts P P -
nullCheck K K K
nullCheck.note S W W
sensitivity K - -
activity K - -
activity.accounts.accounts P - -
activity.accounts.lead S - -
hubs.accounts P - -
hubs.counterparties K C -
notEvaluable.typology S W W
notEvaluable.missing S T T
incomplete S W W
remarks S W W
redaction W W W`;

const LETTERS = new Map<string, Treatment>([
  ['K', 'kept'],
  ['S', 'screened'],
  ['T', 'thinned'],
  ['C', 'coarsened'],
  ['N', 'renumbered'],
  ['W', 'rewritten'],
  ['P', 'pseudonym'],
  ['-', 'removed'],
]);

/** Lines of the policy: treatments by field, in the order of {@link REDACTION_LEVELS}. */
export const FIELD_POLICY: ReadonlyMap<string, readonly Treatment[]> = new Map(
  LINES.trim()
    .split('\n')
    .map((line) => {
      const [field = '', ...letters] = line.split(' ');
      return [field, letters.map((letter) => LETTERS.get(letter)!)];
    }),
);

/** Fields whose keys are texts: each key with its value is one value of the field. */
export const KEYED_FIELDS: ReadonlySet<string> = new Set(['leads.protectedPayers.needsReview']);

/** Stands for fields without a line: their names may be anything. */
export const OTHER_FIELDS = 'other fields';

/**
 * The line that speaks of a field. Fields are names joined by dots, without places in arrays: `leads.operators.score`.
 * {@link OTHER_FIELDS} where none does.
 */
export function lineOf(field: string): string {
  for (let name = field; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('.')))) {
    if (FIELD_POLICY.has(name)) return name;
  }
  return OTHER_FIELDS;
}

/** What becomes of a field at a level. Removed where no line speaks of it. */
export function treatmentOf(field: string, level: RedactionLevel): Treatment {
  return FIELD_POLICY.get(lineOf(field))?.[REDACTION_LEVELS.indexOf(level)] ?? 'removed';
}
