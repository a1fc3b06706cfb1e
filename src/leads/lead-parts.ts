import {
  type Convergence,
  type ConvergencePart,
  explainPart,
  explainReduced,
  type Judgement,
  namedLeads,
  ScoreExplainer,
  type ScoreLead,
} from '../judgement/index.js';

/** A named reason of a lead, for or against it. Evidence for a reading; never a probability. */
export interface LeadPart {
  /** Row of signs, or part of the convergence of fee flows. */
  readonly name: string;
  readonly source: 'score' | 'fee-flow';
  readonly side: 'for' | 'against' | 'informs';
  /** Nats; 0 where the part only informs. */
  readonly weight: number;
  readonly sentence: string;
}

/** Why a lead stands where it does. */
export interface LeadReasons {
  /** Score of an account about which nothing is remarkable; with all weights of the score it adds up to the score of the lead. */
  readonly bias: number;
  readonly parts: readonly LeadPart[];
  /** What could not be measured for most of its accounts. */
  readonly missing: readonly string[];
  /** Why the judgement of the whole file is reduced; empty where it is not. */
  readonly reduced: readonly string[];
}

/**
 * Takes the judgement of each lead apart that may be named: by lead. Looks at the signs of accounts, which nothing else does.
 * O(signs x accounts log accounts), nothing where no lead is named.
 */
export function explainLeads(judgement: Judgement): ReadonlyMap<ScoreLead, LeadReasons> {
  const named = namedLeads(judgement);
  if (named.length === 0) return new Map();
  const explainer = new ScoreExplainer(judgement.scores);
  return new Map(named.map((lead) => [lead, explainLead(lead, judgement, explainer)]));
}

function explainLead(lead: ScoreLead, { convergences }: Judgement, explainer: ScoreExplainer): LeadReasons {
  const { bias, supports, lowers, notKnown } = explainer.explain(lead.scored);
  const own = new Set<number>(lead.group);
  const flow = lead.feeFlow ? convergences.convergences.find((one) => isAbout(one, own)) : undefined;
  const scored = [...supports, ...lowers].map(({ row, weight, sentence }): LeadPart => ({
    name: row,
    source: 'score',
    side: weight > 0 ? 'for' : 'against',
    weight,
    sentence,
  }));
  return {
    bias,
    parts: [...scored, ...(flow?.parts ?? []).map(flowPart)],
    missing: notKnown.map(({ about }) => about),
    reduced: convergences.reduced.map(explainReduced),
  };
}

function isAbout({ verdict, gatherers, receivers, between }: Convergence, own: ReadonlySet<number>): boolean {
  return verdict === 'lead' && [...gatherers, ...receivers, ...between].some((account) => own.has(account));
}

function flowPart(part: ConvergencePart): LeadPart {
  const { name, nats } = part;
  const side = nats > 0 ? 'for' : nats < 0 ? 'against' : 'informs';
  return { name, source: 'fee-flow', side, weight: nats, sentence: explainPart(part) };
}
