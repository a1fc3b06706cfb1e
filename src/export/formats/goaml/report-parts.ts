import { type LeadDocument } from '../../../disclosure/index.js';
import { type CaseGraph } from '../case-graph.js';
import { clipped, type DraftPart, missing, text } from './draft-part.js';

/** What stands before the transactions of a report, in the order of goAML 5.0.2. */
export function reportHead({ caution, key }: CaseGraph, { lead, narrative }: LeadDocument): DraftPart[] {
  return [
    missing('rentity_id', 'the number under which your institution is registered with the unit'),
    missing('submission_code', 'how the report is submitted, from the code list of the unit'),
    missing('report_code', 'kind of report, from the code list of the unit'),
    text('entity_reference', `DRAFT-${key}-${lead}`),
    missing('submission_date', 'when you submit it, if you decide to'),
    missing('currency_code_local', 'local currency of the unit'),
    missing('reporting_person', 'who reports; some schemas take reporting_user_code instead'),
    text('reason', clipped(['DRAFT, not filed.', caution, ...narrative].join(' '), REASON_CHARS)),
  ];
}

/** What stands behind the transactions. */
export function reportTail(): DraftPart[] {
  return [missing('report_indicators', 'indicators, from the code list of the unit')];
}

const REASON_CHARS = 4_000;
