import { describe, expect, it, type TestContext } from 'vitest';
import { EXPECTED, type Expectation } from '../expected.js';
import { type GoldenCase } from './golden-case.js';
import { firedOf, type JudgedStory, judgeStory, leadAbout } from './judge-story.js';
import { ordinaryTraffic } from './ordinary-traffic.js';
import { type Story } from './story.js';
import { firedBy, variationsOf, withoutCalendar } from './variations.js';

/** What the tests of one case may look at besides. */
export interface JudgedCase {
  readonly judged: JudgedStory;
  readonly twin: JudgedStory;
}

declare module 'vitest' {
  interface TaskMeta {
    /** A row of the table of cases, read by `npm run quality`. */
    golden?: readonly string[];
  }
}

/**
 * The tests that every case passes, hidden in ordinary traffic and at default settings: it reaches what {@link EXPECTED}
 * says and misses what it says is missed; nobody who pays is named in a byte; nobody of the twin or of the traffic is listed.
 */
export function describeCase({ id, story, twin, traffic }: GoldenCase): JudgedCase {
  const expected = EXPECTED[id]!;
  const around = ordinaryTraffic(traffic);
  const judged = judgeStory(story, around);
  const judgedTwin = judgeStory(twin, around);
  const reaches = (what: string, title: string, test: () => void): void => {
    const why = expected.missed[what];
    if (why === undefined) it(title, test);
    else it.fails(`${title} (missed: ${why})`, test);
  };

  describe(`${id} ${expected.title}`, () => {
    if (expected.lead === true) {
      reaches('lead', 'gives a lead', () => {
        expect(leadAbout(judged, story.operators)?.share ?? 0).toBeGreaterThanOrEqual(0.5);
      });
    } else if (expected.lead === false) {
      reaches('lead', 'gives no lead', () => {
        expect(judged.leads).toEqual([]);
      });
    }

    for (const typology of expected.findings) {
      reaches(typology, `shows ${typology}`, () => {
        const payers = new Set(story.payers);
        const about = firedOf(judged, typology).filter(({ subjects }) => subjects.some((one) => !payers.has(one)));
        expect(about.length).toBeGreaterThan(0);
      });
      reaches(`twin: ${typology}`, `does not show ${typology} of the twin`, () => {
        expect(firedOf(judgedTwin, typology)).toEqual([]);
      });
    }

    it('names nobody who pays', () => {
      for (const [{ payers }, { caseText, findings }] of [[story, judged] as const, [twin, judgedTwin] as const]) {
        expect(mentioned(caseText, payers)).toEqual([]);
        const shown = new Set(findings.flatMap((finding) => finding.shown));
        expect(payers.filter((payer) => shown.has(payer))).toEqual([]);
      }
    });

    it('lists nobody of the twin, of the control set or of the traffic', () => {
      const operators = new Set(story.operators);
      expect(judged.listed.filter((account) => !operators.has(account))).toEqual([]);
      expect(judged.listedOthers).toEqual([]);
      expect(judgedTwin.listed).toEqual([]);
      expect(judgedTwin.listedOthers).toEqual([]);
    });

    it('finds the same by itself, whatever the order, the names, the year and the strangers', () => {
      const { transfers } = story;
      const plain = firedBy({ transfers, originalOf: (account) => account }, expected.findings);
      for (const variation of variationsOf(transfers)) {
        const fired = firedBy(variation, expected.findings);
        if (!variation.movesCalendar) expect(fired, variation.title).toEqual(plain);
        else expect(withoutCalendar(fired), variation.title).toEqual(withoutCalendar(plain));
      }
    });

    it('is one row of the table', ({ task }: TestContext) => {
      expect(judged.honestAccounts).toBeGreaterThan(1000);
      task.meta.golden = rowOf(id, expected, judged, story);
    });
  });
  return { judged, twin: judgedTwin };
}

/** Which names occur in a text. Names that differ in their last number only are looked for together first. */
function mentioned(text: string, names: readonly string[]): string[] {
  const stemOf = (name: string): string => name.replace(/\d+$/, '');
  const stems = new Set([...new Set(names.map(stemOf))].filter((stem) => text.includes(stem)));
  return names.filter((name) => stems.has(stemOf(name)) && text.includes(name));
}

/** Case, expected, reached, findings about others per 1,000 honest accounts, missed and why. */
function rowOf(id: string, expected: Expectation, judged: JudgedStory, { operators }: Story): string[] {
  const { lead: hoped, findings, also = [], missed } = expected;
  const wanted = hoped === undefined ? [] : [hoped ? 'lead' : 'no lead'];
  const lead = leadAbout(judged, operators);
  const level = lead === undefined ? 'no lead' : `${lead.level} (${Math.round(lead.share * 100)} %)`;
  const fired = findings.filter((typology) => !(typology in missed));
  const rate = (1000 * judged.findingsAboutOthers) / judged.honestAccounts;
  return [
    `${id} ${expected.title}`,
    [...wanted, ...findings, ...also].join(', '),
    [level, ...fired, ...also].join(', '),
    rate.toFixed(1),
    Object.entries(missed)
      .map(([what, why]) => `${what}: ${why}`)
      .join('; ') || '-',
  ];
}
