import { showInvisible } from '../export/index.js';
import {
  type BeforeAfter,
  type Bridges,
  type CaseAnswers,
  type Gaps,
  type ProtectionConcerns,
  type Rhythms,
} from '../questions/index.js';

/** Lines of one part that the terminal shows; the others are counted. */
const MOST_LINES = 40;

interface Part {
  readonly title: string;
  readonly lines: readonly string[];
  /** Said where there are no lines. */
  readonly none: string;
}

interface Answer {
  readonly title: string;
  readonly parts: readonly Part[];
  readonly notes: readonly string[];
}

/** What a person sees of the answers of a case, in plain words: strangers' text has its control characters written out. */
export function answersInWords(given: CaseAnswers): string {
  const { timeline, bridges, gaps, roleDrift, beforeAfter, rhythm, concerns } = given;
  const answers: Answer[] = [];
  if (timeline !== undefined) {
    const parts = timeline.map(({ lead, events, notes }): Part => ({
      title: lead,
      lines: [...events.map(({ sentence }) => sentence), ...notes.slice(0, -1)],
      none: 'no transfers to tell of',
    }));
    answers.push({ title: 'Timeline', parts, notes: timeline.flatMap(({ notes }) => notes.slice(-1)).slice(0, 1) });
  }
  if (bridges !== undefined) answers.push(bridgesInWords(bridges));
  if (gaps !== undefined) answers.push(gapsInWords(gaps));
  if (roleDrift !== undefined) {
    const parts = roleDrift.map(({ lead, operators }): Part => {
      const changed = operators.filter((one) => one.changed);
      return { title: lead, lines: changed.map(({ sentence }) => sentence), none: 'nobody is seen to change position' };
    });
    const notes = [...new Set(roleDrift.flatMap((one) => one.notes))];
    answers.push({ title: 'Who changed position', parts, notes });
  }
  if (beforeAfter !== undefined) answers.push(changesInWords(beforeAfter));
  if (rhythm !== undefined) answers.push(rhythmInWords(rhythm));
  if (concerns !== undefined) answers.push(concernsInWords(concerns));
  return `${answers.map(inWords).join('')}Leads, not proof: they need review by a person.\n`;
}

function bridgesInWords({ leads, between, notes }: Bridges): Answer {
  const own = leads.map(({ lead, operators, pairs, parts }): Part => ({
    title: `${lead}, ${parts === 1 ? 'one part' : `${parts} parts`}`,
    lines: [...operators, ...pairs].map(({ sentence }) => sentence),
    none: 'no single account or link holds it together',
  }));
  const ties = { title: 'Between leads', lines: between.map(({ sentence }) => sentence), none: 'no transfer is told' };
  return { title: 'What holds leads together', parts: [...own, ties], notes };
}

function gapsInWords({ leads, columns, notes }: Gaps): Answer {
  const own = leads.map(({ lead, toAsk }): Part => ({ title: lead, lines: toAsk, none: 'nothing to ask for' }));
  const data = {
    title: 'The data',
    lines: columns.map(({ sentence }) => sentence),
    none: 'no column is missing that would let more be looked for',
  };
  return { title: 'What to ask whom for', parts: [...own, data], notes };
}

function changesInWords({ day, received, accounts, othersSentence, notes }: BeforeAfter): Answer {
  const changed = accounts.filter(({ change }) => change !== 'kept');
  const total = `Named accounts received ${received.before} payments before and ${received.after} from the day on.`;
  const parts: Part[] = [
    { title: 'Named accounts', lines: changed.map(({ sentence }) => sentence), none: 'nobody is seen to change' },
    { title: 'Together', lines: [total, ...(othersSentence === null ? [] : [othersSentence])], none: '' },
  ];
  return {
    title: `Who changed ${day === null ? 'after a day' : `on ${day}`}`,
    parts: day === null ? [] : parts,
    notes,
  };
}

function rhythmInWords({ accounts, notes }: Rhythms): Answer {
  const lines = accounts.flatMap(({ sentences }) => sentences);
  const part = { title: 'Named accounts', lines, none: 'no rhythm that chance does not explain' };
  return { title: 'Days of the week', parts: [part], notes };
}

function concernsInWords({ concerns, mayBeExploited, notes }: ProtectionConcerns): Answer {
  const lines = [...concerns, ...mayBeExploited].map(({ sentence }) => sentence);
  return { title: 'People who may need help', parts: [{ title: 'Concerns', lines, none: 'none seen' }], notes };
}

function inWords({ title, parts, notes }: Answer): string {
  const lines = parts.flatMap(({ title: about, lines: all, none }) => {
    const shown = all.slice(0, MOST_LINES).map((line) => `  - ${oneLine(line)}`);
    const more = all.length > MOST_LINES ? [`  - ${all.length - MOST_LINES} more with --json.`] : [];
    return [...(all.length === 0 ? [`${about}: ${none}.`] : [`${about}:`]), ...shown, ...more];
  });
  return [title, '-'.repeat(title.length), ...lines, ...notes, ''].map((line) => `${line}\n`).join('');
}

function oneLine(text: string): string {
  return showInvisible(text).replaceAll('\n', ' ');
}
