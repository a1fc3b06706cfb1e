import { join } from 'node:path';
import { CASE_FORMAT, caseSchema, leadSchema } from '../disclosure/document/index.js';
import { InputError } from '../foundation/index.js';
import { type CaseAccount, readCase } from './read-case.js';
import { readDocument } from './read-document.js';

/** An account of an operator, as the data write it. */
export type OperatorAccount = Omit<CaseAccount, 'role'>;

const schema = caseSchema.pick({ format: true }).extend({
  leads: leadSchema.pick({ lead: true, operators: true }).array(),
});

/**
 * Every account of every operator of a case, in the order of its leads. Taken from case.json, because accounts.csv writes out what
 * nobody can see (`\u200f`), which cannot be taken back; from accounts.csv where there is no case.json of this format, as in 0.1.0.
 *
 * @throws InputError `case-unreadable` if neither can be read
 */
export async function readOperatorAccounts(folder: string): Promise<OperatorAccount[]> {
  try {
    const { leads } = await readDocument({
      path: join(folder, 'case.json'),
      kind: 'case',
      format: CASE_FORMAT,
      schema,
    });
    return leads.flatMap(({ lead, operators }) =>
      operators.flatMap(({ accounts }) => accounts.map((account) => ({ cluster: lead, ...account }))),
    );
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause;
    return (await readCase(folder)).accounts.map(({ cluster, institution, account }) => ({
      cluster,
      institution,
      account,
    }));
  }
}
