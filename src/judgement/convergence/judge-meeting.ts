import { type FlowFeatures } from '../../features/index.js';
import { DAY_MS } from '../../foundation/index.js';
import { closureOf } from './closure.js';
import { type Conduits } from './conduits.js';
import { type ConvergenceParameters } from './convergence-parameters.js';
import {
  type ConvergenceVerdict,
  type InnocentReading,
  type JudgedMeeting,
  type MeetingPart,
  type PassagePart,
  type PayrollPart,
  type PayersPart,
  type ReducedReason,
} from './convergence.js';
import { evidenceRows } from './evidence-rows.js';
import { type FileRates } from './file-rates.js';
import { measurePassage, passageNats } from './passage-part.js';
import { measurePayers } from './payers-part.js';
import { findLivings, payrollNats } from './payroll-part.js';
import { type Meeting } from './group-search.js';

/** What every meeting is judged with. */
export interface JudgingContext {
  readonly features: FlowFeatures;
  readonly conduits: Conduits;
  readonly values: ConvergenceParameters;
  readonly rates: FileRates;
  readonly reduced: readonly ReducedReason[];
}

/**
 * Judges one receiver with its feeders and the conduits between, alone:
 *
 *     payers  >= ln (1 / chance), at least `leadPayers` payers outside     else belowChance
 *     passage + payroll > ln setAsideOdds                                  else setAside, with the stronger of the two as reading
 *
 * Money paid to any member of the group counts as passed on inside, so that a group with two receivers is not torn apart; a
 * living counts if the person paid was in no group with this receiver at any time (`insiders`).
 */
export function judgeMeeting(
  meeting: Meeting,
  { members, insiders }: { readonly members: ReadonlySet<number>; readonly insiders: ReadonlySet<number> },
  { features, conduits, values, rates, reduced }: JudgingContext,
): JudgedMeeting {
  const { receiver, feeders, between } = meeting;
  const bound = Math.log(values.partBound);
  const bounded = (nats: number): number => Math.max(-bound, Math.min(bound, nats));
  const circle = new Set([receiver, ...feeders, ...between]);

  const payers = measurePayers(meeting, members, { features, conduits, fileRate: rates.exceptional });
  const passage = measurePassage(feeders, members, features);
  const livings = findLivings(circle, insiders, features, rates.living);
  const passed = bounded(passageNats(passage.share, values));
  const payroll = reduced.length > 0 ? 0 : bounded(payrollNats(livings.length, circle.size));

  const beyondChance = payers.nats >= Math.log(1 / values.chance) && payers.payers.size >= values.leadPayers;
  const stands = passed + payroll > Math.log(values.setAsideOdds);
  const verdict: ConvergenceVerdict = !beyondChance ? 'belowChance' : stands ? 'lead' : 'setAside';
  const reading: InnocentReading | undefined =
    verdict !== 'setAside' ? undefined : payroll < passed ? 'payroll' : 'kept';

  const rowsOf = (relations: readonly number[]): number[] =>
    verdict === 'belowChance' ? [] : evidenceRows(features, relations);
  const { relations } = features;
  const closure = closureOf(receiver, members, features, conduits);
  const arriving: number[] = [];
  for (let k = relations.inStarts[receiver]!; k < relations.inStarts[receiver + 1]!; k++) {
    if (circle.has(relations.payer[relations.inRelations[k]!]!)) arriving.push(relations.inRelations[k]!);
  }
  const payersPart: PayersPart = { ...payers.part, nats: bounded(payers.nats), rows: rowsOf(payers.relations) };
  const passagePart: PassagePart = {
    name: 'passage',
    nats: passed,
    evaluable: true,
    measured: { gathered: passage.gathered, inside: passage.inside, share: passage.share },
    fileRate: rates.passing(passage.share),
    rows: rowsOf(passage.relations),
  };
  const meetingPart: MeetingPart = {
    name: 'convergence',
    nats: 0,
    evaluable: true,
    measured: {
      gatherers: feeders.length,
      valueShare: closure.value,
      payers: conduits.payers[receiver]!,
      payersInside: Math.round(closure.payers * conduits.payers[receiver]!),
    },
    fileRate: rates.reachedBy(feeders.length),
    rows: rowsOf(arriving),
  };
  const payrollPart: PayrollPart = {
    name: 'payroll',
    nats: payroll,
    evaluable: reduced.length === 0,
    measured: {
      livings: livings.length,
      members: circle.size,
      days: (relations.endMs - relations.startMs) / DAY_MS,
    },
    fileRate: rates.paying(livings.length),
    rows: rowsOf(livings),
  };
  return {
    receiver,
    feeders,
    between,
    parts: [payersPart, passagePart, meetingPart, payrollPart],
    payerCount: payers.payers.size,
    verdict,
    reading,
  };
}
