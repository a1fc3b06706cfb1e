import { type CaseDocument, type TraceDocument } from '../disclosure/index.js';
import { InputError } from '../foundation/index.js';
import type { TracedAccount } from './document/trace-summary-schema.js';

interface Key {
  readonly institution: string;
  readonly account: string;
}

/** The operators of a case by account: only they stand by name beside it. */
export class OperatorIndex {
  readonly #known: ReadonlyMap<string, TracedAccount>;

  constructor({ leads }: CaseDocument) {
    this.#known = new Map(
      leads.flatMap(({ lead, operators }) =>
        operators.flatMap(({ accounts, role }) =>
          accounts.map(({ institution, account }): [string, TracedAccount] => [
            textOf({ institution, account }),
            { institution, account, lead, role: role.label },
          ]),
        ),
      ),
    );
  }

  /** @throws InputError `trace-other-case` */
  find(key: Key): TracedAccount {
    const found = this.#known.get(textOf(key));
    if (found !== undefined) return found;
    // The account itself is not said: it may be somebody who paid.
    throw new InputError(
      'trace-other-case',
      'Expected the trace to name operators of the case only, but it names others',
    );
  }

  /** @throws InputError `trace-without-case`, `trace-other-case` */
  requireAll({ case: asked, claim, destinations = [], origins = [] }: TraceDocument): void {
    if (asked === null) {
      throw new InputError(
        'trace-without-case',
        'Expected a trace made with --case of this case, but it was made without',
      );
    }
    const named = [...destinations, ...origins].flatMap(({ accounts = [] }) => accounts);
    for (const key of [...claim.named, ...asked.leads.flatMap(({ reached }) => reached), ...named]) this.find(key);
    const isWrong = ({ protection, accounts }: (typeof destinations)[number] | (typeof origins)[number]): boolean =>
      (protection === 'named') !== (accounts !== undefined && accounts.length > 0);
    if ([...destinations, ...origins].some(isWrong)) {
      throw new InputError('trace-unreadable', 'Expected accounts exactly where a trace says that it names them');
    }
  }
}

/**
 * Holds a trace to the case that it is shown beside, by the hash of its case.json.
 * @throws InputError `trace-without-case`, `trace-other-case`
 */
export function requireTraceOfCase({ case: asked }: TraceDocument, sha256: string): void {
  if (asked === null) {
    throw new InputError(
      'trace-without-case',
      'Expected a trace made with --case of this case, but it was made without',
    );
  }
  if (asked.sha256 !== sha256) {
    throw new InputError(
      'trace-other-case',
      'Expected a trace made with --case of exactly this case, but its case.json is another; make the trace again',
    );
  }
}

function textOf({ institution, account }: Key): string {
  return JSON.stringify([institution, account]);
}
