const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A number and its unit stay on one line. */
const NBSP = '\u00a0';

export function numberWords(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 2 });
}

export function ticketsWords(count: number): string {
  return `${numberWords(count)} ${count === 1 ? 'ticket' : 'tickets'}`;
}

export function daysWords(days: number): string {
  return `${numberWords(days)} ${days === 1 ? 'day' : 'days'}`;
}

/** Seconds in the two largest units that say something: `3 h 20 min`. */
export function durationWords(seconds: number): string {
  if (seconds < MINUTE) return `${Math.round(seconds)}${NBSP}s`;
  if (seconds < HOUR) return `${Math.round(seconds / MINUTE)}${NBSP}min`;
  if (seconds < DAY) return inTwo(Math.round(seconds / MINUTE), 60, 'h', 'min');
  return inTwo(Math.round(seconds / HOUR), 24, 'd', 'h');
}

function inTwo(small: number, size: number, largeUnit: string, smallUnit: string): string {
  const rest = small % size;
  const words = [
    numberWords(Math.floor(small / size)),
    largeUnit,
    ...(rest ? [String(rest), smallUnit] : []),
  ];
  return words.join(NBSP);
}

/** A share of 0 to 1. */
export function shareWords(share: number): string {
  return `${Math.round(share * 100)}${NBSP}%`;
}

/** `1 Nov 2026`, whatever the time zone of the reader. */
export function dayWords(day: string, year = true): string {
  return new Date(day).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(year && { year: 'numeric' }),
    timeZone: 'UTC',
  });
}

/** `1 Nov 2026`, or `1 Nov to 30 Nov 2026`. */
export function periodWords({ from, to }: { from: string; to: string }): string {
  if (from === to) return dayWords(to);
  return `${dayWords(from, from.slice(0, 4) !== to.slice(0, 4))} to ${dayWords(to)}`;
}
