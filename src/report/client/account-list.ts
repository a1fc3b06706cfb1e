import { countryName } from '../../foundation/index.js';
import { whole } from '../words/numbers.js';
import { chosenAccount } from './chosen-account.js';
import { h, refill } from './dom.js';
import { type LeadPart } from './panels.js';
import { type PreparedLead } from '../pictures/prepare.js';
import { icon } from './roles.js';

/** More accounts than this are listed when asked for. */
const FIRST = 100;

/** The accounts of a lead, or the chosen one: its role, why, and what it received and paid in the selection. */
export function accountList({ prepared, store }: LeadPart): HTMLElement {
  const { operators } = prepared.lead;
  const box = h('div', { class: 'account-list' });
  let most = FIRST;
  const choose = (account: number | null): void => {
    store.set({ account });
    store.settle();
    box.querySelector('button')?.focus({ preventScroll: true });
  };
  const drawAll = (): void => {
    const { order } = prepared;
    const rows = order.slice(0, most).map((account) =>
      h(
        'li',
        {},
        h(
          'button',
          {
            type: 'button',
            click: () => {
              choose(account.index);
            },
          },
          icon(account.role),
          h('span', {}, [account.name, ...(operators[account.index]!.holders ?? [])].join(', ')),
          h('span', { class: 'aside' }, account.country === null ? '' : countryName(account.country)),
        ),
      ),
    );
    const rest = order.length - rows.length;
    refill(
      box,
      h('h4', {}, headOf(prepared)),
      h(
        'ul',
        { tabindex: 0, 'aria-label': 'Accounts of this lead' },
        ...rows,
        rest > 0
          ? h(
              'li',
              {},
              h(
                'button',
                {
                  type: 'button',
                  click: () => {
                    most = order.length;
                    drawAll();
                  },
                },
                `Show ${whole(rest)} more`,
              ),
            )
          : null,
      ),
    );
  };
  const draw = (): void => {
    const { account } = store.selection;
    if (account === null) drawAll();
    else
      refill(
        box,
        h(
          'button',
          {
            type: 'button',
            class: 'link',
            click: () => {
              choose(null);
            },
          },
          '← all accounts',
        ),
        chosenAccount(prepared, store.selection, account),
      );
  };
  store.onRest(draw);
  draw();
  return box;
}

function headOf({ order, lead: { whole: all } }: PreparedLead): string {
  if (order.length < all.accounts) return `The ${whole(order.length)} largest of ${whole(all.accounts)} accounts`;
  return order.length === 1 ? 'The account of this lead' : `The ${whole(order.length)} accounts of this lead`;
}
