import { type ReportData } from '../report-data.js';
import { NOT_LISTED, NOT_ON_PAGE } from '../words/sentences.js';
import { h, refill } from './dom.js';
import { icon } from './roles.js';

/** Finds accounts of leads by number, by institution and number, or by a name that the case keeps. Nobody else can be found. */
export function findAccount({ leads }: ReportData, go: (lead: number, account: number) => void): HTMLElement {
  const known = leads.flatMap((lead, i) =>
    lead.operators.flatMap(({ accounts, holders = [], role }, index) =>
      accounts.map(({ institution, account }) => ({
        lead: i,
        index,
        role: role.role,
        text: `${institution} ${account}`.trim(),
        keys: [account, `${institution} ${account}`, `${institution}/${account}`, ...holders].map(plain),
      })),
    ),
  );
  const isCut = leads.some((lead) => lead.operators.length < lead.whole.accounts);
  const input = h('input', {
    type: 'search',
    placeholder: 'Find an account',
    'aria-label': 'Find an account of a lead',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const answer = h('div', { class: 'found', 'aria-live': 'polite' });
  const search = (event: Event): void => {
    event.preventDefault();
    const wanted = plain(input.value);
    if (wanted === '') {
      refill(answer);
      return;
    }
    const found = known.filter(({ keys }) => keys.includes(wanted));
    const open =
      ({ lead, index }: (typeof known)[number]) =>
      (): void => {
        refill(answer);
        go(lead, index);
      };
    refill(
      answer,
      ...(found.length === 0
        ? [h('p', {}, isCut ? NOT_ON_PAGE : NOT_LISTED)]
        : found.map((one) =>
            h(
              'button',
              { type: 'button', click: open(one) },
              icon(one.role),
              `${one.text} in ${leads[one.lead]!.lead}`,
            ),
          )),
    );
  };
  const form = h('form', { role: 'search', submit: search }, input, answer);
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') refill(answer);
  });
  return form;
}

function plain(text: string): string {
  return text.trim().replaceAll(/\s+/gu, ' ').toLowerCase();
}
