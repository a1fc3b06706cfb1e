import { type AskedCase, nameOf, type AskedOperator, askedOperator } from './asked-case.js';
import { counted, listed } from './plain-words.js';

/** Something that a person who helps people should know of. */
export interface Concern {
  readonly typology: string;
  /** What was seen, in the words of its detector. */
  readonly title: string;
  /** Null for fewer than the smallest group. */
  readonly times: number | null;
  readonly peopleConcerned: number | null;
  /** Operators of leads that were paid; nobody else is named, and never who may need help. */
  readonly paid: readonly AskedOperator[];
  /** Readings under which nobody needs help. */
  readonly innocentReadings: readonly string[];
  readonly sentence: string;
}

/** Operators of a lead whose possible role is one into which people are also pressed. */
export interface MayBeExploited {
  readonly lead: string;
  readonly accounts: number;
  readonly sentence: string;
}

/** The answer of {@link protectionConcerns}. */
export interface ProtectionConcerns {
  readonly concerns: readonly Concern[];
  readonly mayBeExploited: readonly MayBeExploited[];
  readonly notes: readonly string[];
}

/** What the detectors' own descriptions name as looking the same. */
const INNOCENT: ReadonlyMap<string, readonly string[]> = new Map([
  ['wage-to-debt', ['a rent', 'help for relatives', 'a lender', 'child support']],
  [
    'demand-escalation',
    ['relatives who travel one after another', 'a price that is paid leg by leg', 'a medical emergency'],
  ],
]);

/**
 * The welfare concerns of a case as a list for a person who helps people. They stand in no score, make nobody an operator, and
 * accuse nobody: not those concerned, and not whom they paid. Nobody concerned is named; numbers of people below the smallest
 * group are not told. Whom to turn to is left to the reader, who knows the country. O(concerns + operators).
 */
export function protectionConcerns(document: AskedCase): ProtectionConcerns {
  const titles = new Map(document.detectors.map(({ id, title }) => [id, title]));
  return {
    concerns: document.protectionConcerns.map((concern) => describe(document, concern, titles)),
    mayBeExploited: document.leads.flatMap(exploitedIn),
    notes: [
      'Welfare first: a concern is a reason to offer help, through those whose work it is; it says of nobody that they did wrong.',
      'Nobody concerned is named. None seen does not mean that nobody needs help.',
    ],
  };
}

function describe(
  { leads, smallestGroup }: AskedCase,
  { typology, findings, concerned, accounts }: AskedCase['protectionConcerns'][number],
  titles: ReadonlyMap<string, string>,
): Concern {
  const wanted = new Set(accounts.map(({ institution, account }) => JSON.stringify([institution, account])));
  const paid = leads.flatMap((lead) =>
    lead.operators.flatMap(({ accounts: own }, i) =>
      own.some(({ institution, account }) => wanted.has(JSON.stringify([institution, account])))
        ? [askedOperator(lead, i)]
        : [],
    ),
  );
  const title = titles.get(typology) ?? typology;
  const times = findings < smallestGroup ? null : findings;
  const innocentReadings = INNOCENT.get(typology) ?? [];
  const to =
    paid.length === 0 ? 'accounts that are not named' : listed(paid.map((one) => `${nameOf(one)} of ${one.lead}`));
  const same = innocentReadings.length === 0 ? '' : ` It looks the same with ${listed(innocentReadings)}.`;
  return {
    typology,
    title,
    times,
    peopleConcerned: concerned,
    paid,
    innocentReadings,
    sentence: `${title}. Seen ${times === null ? 'fewer than three times' : counted(times, 'time')}; ${concerned === null ? 'fewer than three people' : counted(concerned, 'person', 'people')} concerned. Paid: ${to}.${same}`,
  };
}

/** Roles whose label says that their holder may be exploited. */
function exploitedIn({ lead, operators }: AskedCase['leads'][number]): MayBeExploited[] {
  const accounts = operators.filter(({ role }) => role.label.includes('may be exploited')).length;
  if (accounts === 0) return [];
  const holders = accounts === 1 ? 'The holder of' : 'The holders of';
  return [
    {
      lead,
      accounts,
      sentence: `${holders} ${counted(accounts, 'account')} of ${lead} may be pressed or deceived into it: their possible role is one for which others' accounts are used. Ask first whether they need help.`,
    },
  ];
}
