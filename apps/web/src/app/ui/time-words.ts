const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Relative under 24 hours, else the date; the year only when it is another one. */
export function timeInWords(time: Date, now: Date): string {
  const age = now.getTime() - time.getTime();
  if (age < MINUTE) return 'just now';
  if (age < HOUR) return `${Math.floor(age / MINUTE)} min ago`;
  if (age < DAY) return `${Math.floor(age / HOUR)} h ago`;
  const year = time.getFullYear() === now.getFullYear() ? undefined : 'numeric';
  return time.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year });
}

/** A moment that is yet to come: how far it is under 24 hours, else the date. */
export function timeAheadInWords(time: Date, now: Date): string {
  const left = time.getTime() - now.getTime();
  if (left < MINUTE) return 'now';
  if (left < HOUR) return `in ${Math.floor(left / MINUTE)} min`;
  if (left < DAY) return `in ${Math.floor(left / HOUR)} h`;
  return timeInWords(time, new Date(time.getTime() + DAY));
}

/** Date and time in full, for titles. */
export function exactTime(time: Date): string {
  return time.toLocaleString('en-GB', { dateStyle: 'full', timeStyle: 'short' });
}
