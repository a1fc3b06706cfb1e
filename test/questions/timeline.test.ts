import { describe, expect, it } from 'vitest';
import { timeline } from '../../src/questions/index.js';
import { type Told, toldLead, withoutClock } from './asked-lead.js';

/** Six payments in on days of one week, others far apart; March and May have none. */
const BUSY = ['01', '02', '03', '04', '05', '06'].map((day): Told => [`2024-07-${day}`, -1, 0, '10.00']);
const TOLD: readonly Told[] = [
  ['2024-01-10', -1, 0, '100.00'],
  ['2024-01-10', 1, 0, '5.00'],
  ['2024-02-01', 0, 1, '90.00'],
  ['2024-04-15', -2, 1, '20.50'],
  ['2024-06-20', 1, -2, '80.00'],
  ...BUSY,
  ['2024-08-05', 1, 1, '7.00'],
  ['2024-08-06', 0, -2, '50.00'],
];
const LIVES = [
  ['2024-01-10', '2024-08-06'],
  ['2024-01-10', '2024-07-09'],
  ['2024-02-07', '2024-07-10'],
] as const;

describe('timeline', () => {
  const lead = toldLead(TOLD, { lives: LIVES });

  it('tells what is known by hand, in order', () => {
    const { events, silentMonths } = timeline(lead);
    expect(events.map(({ kind, day, operator }) => [kind, day, operator?.operator])).toEqual([
      ['first-paid-in', '2024-01-10', 0],
      ['first-passed-on', '2024-02-01', 0],
      ['begins', '2024-02-07', 2],
      ['peak', '2024-07-01', undefined],
      ['falls-silent', '2024-07-09', 1],
      ['last', '2024-08-06', 0],
    ]);
    expect(silentMonths).toEqual(['2024-03', '2024-05']);
    expect(events.map(({ sentence }) => sentence)).toEqual([
      '10 Jan 2024: the first payment in, to BANK0 C001-0.',
      '1 Feb 2024: money is passed on for the first time, by BANK0 C001-0.',
      '7 Feb 2024: the first transfer of BANK2 C001-2 in the data.',
      '1 Jul 2024 to 7 Jul 2024: a peak of 6 payments in, EUR 60.00.',
      '9 Jul 2024: the last transfer of BANK1 C001-1 in the data.',
      '6 Aug 2024: the last transfer shown, from BANK0 C001-0.',
    ]);
    expect(events[1]!.evidence).toEqual({ file: 'bank.csv', line: 4 });
  });

  it('begins with the first transfer where that is no payment in', () => {
    const { events } = timeline(toldLead([['2023-12-31', 1, 0, '5.00'], ...TOLD]));
    expect(events[0]).toMatchObject({
      kind: 'first',
      sentence: '31 Dec 2023: the first transfer shown, from BANK1 C001-1.',
    });
    expect(events[1]).toMatchObject({ kind: 'first-paid-in', day: '2024-01-10' });
  });

  it('counts 28 days as four weeks and 27 as less', () => {
    const lives = [LIVES[0], ['2024-01-10', '2024-07-09'], ['2024-02-06', '2024-07-10']] as const;
    const { events } = timeline(toldLead(TOLD, { lives }));
    expect(events.map(({ kind }) => kind)).not.toContain('begins');
    expect(events.filter(({ kind }) => kind === 'falls-silent').map(({ operator }) => operator!.operator)).toEqual([1]);
  });

  it('has a peak from five payments on', () => {
    const without = TOLD.filter(([day]) => day !== '2024-07-06' && day !== '2024-07-05');
    const five = TOLD.filter(([day]) => day !== '2024-07-06');
    const peaks = [without, five].map(
      (told) => timeline(toldLead(told)).events.filter(({ kind }) => kind === 'peak').length,
    );
    expect(peaks).toEqual([0, 1]);
  });

  it('says where the data end too near to know', () => {
    const notes = (first: string, last: string): string => timeline(lead, { first, last }).notes.join(' ');
    expect(notes('2023-12-13', '2024-09-03')).not.toMatch(/it may/u);
    expect(notes('2023-12-14', '2024-09-03')).toContain('it may be older');
    expect(notes('2023-12-13', '2024-09-02')).toContain('it may go on');
  });

  it('keeps the order and tells no day without clock times', () => {
    const { events, silentMonths } = timeline(withoutClock(lead));
    expect(events.map(({ kind, day }) => [kind, day])).toEqual([
      ['first-paid-in', null],
      ['first-passed-on', null],
      ['last', null],
    ]);
    expect(silentMonths).toEqual([]);
  });

  it('is empty where no operator is in a transfer', () => {
    expect(timeline(toldLead([['2024-01-01', -1, -2, '1.00']])).events).toEqual([]);
  });
});
