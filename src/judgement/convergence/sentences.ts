import {
  type ConvergencePart,
  type FileRate,
  type InnocentReading,
  type MeetingPart,
  type PassagePart,
  type PayersPart,
  type PayrollPart,
  type ReducedReason,
} from './convergence.js';

/** One part in a sentence with its numbers and what the whole file shows of the same. Names nobody. */
export function explainPart(part: ConvergencePart): string {
  switch (part.name) {
    case 'payers':
      return explainPayers(part);
    case 'passage':
      return explainPassage(part);
    case 'convergence':
      return explainMeeting(part);
    case 'payroll':
      return explainPayroll(part);
  }
}

/** The innocent reading of a group that was set aside. */
export function explainReading(reading: InnocentReading): string {
  return reading === 'payroll'
    ? 'People live on what the group pays: consistent with a trade whose sellers share a supplier.'
    : 'Most of what was gathered is kept or spent elsewhere: consistent with a trade, or with somebody who collects on their own account.';
}

/** Why a payroll could not be judged. */
export function explainReduced(reason: ReducedReason): string {
  switch (reason) {
    case 'shortPeriod':
      return 'A file under about 90 days cannot show wages.';
    case 'noClock':
      return 'The file has no clock times, so it cannot show what is paid regularly.';
    case 'noStanding':
      return 'No relation of the file lasts over half of its period, so it cannot show what is paid regularly.';
  }
}

function explainPayers({
  measured: { payers, exceptionalPayers, surpriseNats, searchNats },
  fileRate,
}: PayersPart): string {
  const seen = `${exceptionalPayers} of ${payers} payers paid what is exceptional for them, none as a standing payment; in this file ${percent(fileRate)} of all payer relations are like that.`;
  const after = surpriseNats - searchNats;
  if (after <= 0) return `${seen} Chance explains it.`;
  return `${seen} Chance of it: below ${odds(surpriseNats)} before, ${odds(after)} after allowing for the search.`;
}

function explainPassage({ measured: { share }, fileRate }: PassagePart): string {
  return `${share100(share)} of the exceptional money that was gathered went on inside the group; ${count(fileRate)} gatherers in this file pass on as much.`;
}

function explainMeeting({ measured: { gatherers, valueShare, payers, payersInside }, fileRate }: MeetingPart): string {
  return `Money of ${gatherers} gatherers meets here; ${share100(valueShare)} of what comes in and ${payersInside} of ${payers} payers belong to the group; ${count(fileRate)} accounts in this file have as many gatherers.`;
}

function explainPayroll({ evaluable, measured: { livings, days }, fileRate }: PayrollPart): string {
  const period = `${Math.round(days)} days`;
  if (!evaluable) return `Not known: no wages could show in ${period}.`;
  const file = `${count(fileRate)} accounts in this file pay ${livings > 1 ? 'as many livings' : 'somebody a living'}.`;
  if (livings === 0) return `No payroll seen in ${period}; ${file}`;
  const people = livings === 1 ? '1 outsider' : `${livings} outsiders`;
  return `Lowers: the group regularly pays ${people} what looks like a living; ${file}`;
}

function percent({ count: found, of }: FileRate): string {
  return of === 0 ? '0 %' : `${(Math.round((1000 * found) / of) / 10).toString()} %`;
}

function share100(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function count({ count: found, of }: FileRate): string {
  return `${found.toLocaleString('en-US')} of ${of.toLocaleString('en-US')}`;
}

/** exp(-nats) as odds in powers of ten. */
function odds(nats: number): string {
  const power = Math.floor(nats / Math.LN10);
  return power < 3 ? `1 in ${Math.max(1, Math.floor(Math.exp(nats))).toLocaleString('en-US')}` : `1 in 10^${power}`;
}
