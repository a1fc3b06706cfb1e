import { formatInstant } from '../../foundation/index.js';
import { grouped } from './plain-words.js';
import { heldByRule } from './held-by-rule.js';
import { corridorsOf } from './lead-corridors.js';
import { rowsOfLead } from './lead-rows.js';
import type { LeadDocument } from './lead-schema.js';
import { sumsOfLead } from './lead-sums.js';
import { transferColumns } from './lead-transfers.js';
import { type LeadView } from './lead-view.js';
import { mintOperator } from './mint-operator.js';
import { moneyOfLead } from './mint-money.js';
import { narrate } from './narrative.js';
import { sameAmountsOf } from './same-amounts.js';
import { sendersOf } from './senders.js';

/** A lead as plain data, and what its reader must know that is not in it. */
export interface MintedLead {
  readonly document: LeadDocument;
  readonly remarks: readonly string[];
}

/** What a lead's document says besides what the lead itself holds. */
export interface LeadTexts {
  /** Ids of its findings in the order of the case. */
  readonly findings: readonly string[];
  /** Titles of patterns by id. */
  readonly titles: ReadonlyMap<string, string>;
}

/** Mints one lead. O(transfers of its accounts), and three traces through them. */
export function mintLead(view: LeadView, { findings, titles }: LeadTexts): MintedLead {
  const { graph, lead } = view;
  const { rows, leftOut } = rowsOfLead(view);
  const { held, isTooLarge } = heldByRule(view);
  const senders = sendersOf(view);
  const { places, needsReview } = lead.payers;
  const told = {
    lead: lead.id,
    level: lead.level,
    score: lead.score,
    feeFlow: lead.feeFlow,
    bias: lead.bias,
    parts: lead.parts.map((part) => ({ ...part })),
    missing: [...lead.missing],
    reduced: [...lead.reduced],
    operators: lead.operators.map((operator) => mintOperator(graph, operator)),
    companions: lead.companions,
    senders: senders.groups,
    protectedPayers: {
      count: senders.groups.protectedPayers,
      ...(places === undefined ? {} : { places }),
      needsReview: { ...needsReview },
      byCountry: senders.byCountry,
      byOperator: senders.byOperator,
    },
    transferCount: lead.transferCount,
    ...sumsOfLead(view),
    held,
    money: moneyOfLead(view),
    sameAmounts: sameAmountsOf(view),
    corridors: corridorsOf(view, rows),
    first: formatInstant(lead.firstMs, lead.precision),
    last: formatInstant(lead.lastMs, lead.precision),
    stability: { ...lead.stability },
    typologies: [...lead.typologies],
    findings: [...findings],
    ...transferColumns(view, rows),
  };
  const hasClock = lead.precision !== 'order' && lead.precision !== 'step';
  return {
    document: { ...told, narrative: narrate(told, titles, hasClock) },
    remarks: [
      ...(leftOut > 0
        ? [
            `${lead.id}: ${grouped(String(leftOut))} of its transfers are not listed; the limit is ${grouped(String(rows.length))}`,
          ]
        : []),
      ...(isTooLarge ? [`${lead.id}: too large to be followed here, so what is still held is not told`] : []),
    ],
  };
}
