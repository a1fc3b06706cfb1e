import { type ReportData } from '../report-data.js';
import { counted, listed, whole } from '../words/numbers.js';
import { type Child, h } from './dom.js';
import { panel, table } from './panels.js';

/** What was read, how far it reaches, and what could not be looked for. */
export function limits(data: ReportData): HTMLElement {
  const { run, detectors, incomplete, remarks } = data;
  return h(
    'section',
    { id: 'limits', 'aria-labelledby': 'limits-title' },
    h('div', { class: 'section-head' }, h('h2', { id: 'limits-title' }, 'What was read, and how far it reaches')),
    panel(
      { title: 'No record vanishes', hint: 'read = accepted + quarantined + skipped' },
      recordTable(run),
      files(run),
    ),
    panel(
      { title: 'What was looked for' },
      table(
        ['Pattern', 'Question', 'Fired', 'Explained', 'In leads', 'State'],
        detectors.map(({ title, question, fired, explained, inLeads, missing, stoppedBy }) => [
          title,
          question,
          whole(fired),
          whole(explained),
          whole(inLeads),
          missing !== null
            ? `cannot be looked for: ${listed(missing)} not in the data`
            : stoppedBy !== null
              ? `stopped by a limit: ${stoppedBy}`
              : 'looked at in full',
        ]),
      ),
    ),
    unnamedPanel(data),
    nullCheckPanel(data),
    incomplete.length + remarks.length === 0
      ? null
      : panel({ title: 'Remarks' }, h('ul', {}, ...[...incomplete, ...remarks].map((text) => h('li', {}, text)))),
  );
}

function recordTable({ totals, inputs }: ReportData['run']): HTMLElement {
  const line = (name: string, one: ReportData['run']['totals']): string[] => [
    name,
    whole(one.read),
    whole(one.accepted),
    whole(one.quarantined),
    whole(one.skipped),
  ];
  const all = inputs.length > 1 ? [line('All files', totals)] : [];
  return table(
    ['File', 'Read', 'Accepted', 'Quarantined', 'Skipped'],
    [...inputs.map((input) => line(input.name, input)), ...all],
  );
}

function files({ inputs }: ReportData['run']): HTMLElement {
  return h(
    'ul',
    { class: 'files' },
    ...inputs.map(({ name, sha256, notes }) =>
      h(
        'li',
        {},
        h('span', {}, `${name}, SHA-256 `),
        h('code', {}, sha256),
        notes.length === 0 ? null : h('ul', {}, ...notes.map((note) => h('li', {}, note))),
      ),
    ),
  );
}

function unnamedPanel({ unnamed: { weak, setAside, withheld }, protectionConcerns, hubs }: ReportData): Child {
  const texts = [
    ...weak
      .slice(0, 5)
      .map(
        ({ meanScore, accounts }) =>
          `A weaker group of ${counted(accounts, 'account')}, evidence weight ${meanScore.toFixed(2)}: counted, not named.`,
      ),
    weak.length > 5 ? `${whole(weak.length - 5)} more weaker groups.` : '',
    ...setAside.map(({ reading, groups }) => `${counted(groups, 'group')} set aside: ${reading.replace(/\.$/u, '')}.`),
    withheld > 0 ? `${counted(withheld, 'account')} withheld: they may have merely paid.` : '',
    hubs.length > 0 ? `${counted(hubs.length, 'account')} with very many counterparties left out of groups.` : '',
    ...protectionConcerns.map(
      ({ typology, findings, concerned }) =>
        `Welfare first: ${counted(findings, 'finding')} of ${typology.replaceAll('-', ' ')}${concerned === null ? '' : `, ${counted(concerned, 'person', 'people')} concerned`}. In no score; they may need protection.`,
    ),
  ].filter((text) => text !== '');
  return texts.length === 0
    ? null
    : panel({ title: 'Counted, and not named' }, h('ul', {}, ...texts.map((text) => h('li', {}, text))));
}

function nullCheckPanel({ nullCheck }: ReportData): Child {
  if (nullCheck === undefined) return null;
  const found = nullCheck.leadsFound.reduce((sum, one) => sum + one, 0);
  return panel(
    { title: 'Would chance give leads as well?' },
    h(
      'p',
      {},
      `With beneficiaries exchanged at random ${counted(nullCheck.leadsFound.length, 'time')}: ${counted(found, 'lead')} in all; in the file itself ${whole(nullCheck.leads)}. ${nullCheck.note}`,
    ),
  );
}
