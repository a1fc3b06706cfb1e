import { daysFromCivil, daysInMonth, type Precision } from './instant.js';

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?)?$/u;

/** An instant with the precision that its text has. */
export interface IsoInstant {
  readonly timeMs: number;
  readonly precision: Exclude<Precision, 'order' | 'step'>;
}

/**
 * Reads ISO 8601 text: `2024-01-15`, `2024-01-15T10:00Z`, `2024-01-15T10:00:05.250+02:00`. Without an offset it is UTC; digits
 * below the millisecond are cut off. Undefined for anything else, and for days and times that do not exist.
 */
export function parseIsoInstant(text: string): IsoInstant | undefined {
  const found = ISO.exec(text);
  if (found === null) return undefined;
  const [, years, months, days, hours, minutes = '0', seconds, fraction, zone = 'Z'] = found;
  const [year, month, day] = [Number(years), Number(months), Number(days)];
  const [hour, minute, second] = [Number(hours ?? 0), Number(minutes), Number(seconds ?? 0)];
  const offset = offsetMinutes(zone);
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second > 59 || offset === undefined) return undefined;
  const millisecond = Number((fraction ?? '').slice(0, 3).padEnd(3, '0'));
  const timeMs =
    daysFromCivil(year, month, day) * 86_400_000 + ((hour * 60 + minute - offset) * 60 + second) * 1000 + millisecond;
  if (hours === undefined) return { timeMs, precision: 'day' };
  if (seconds === undefined) return { timeMs, precision: 'minute' };
  return { timeMs, precision: fraction === undefined ? 'second' : 'millisecond' };
}

function offsetMinutes(zone: string): number | undefined {
  if (zone === 'Z') return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  if (hours > 23 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
