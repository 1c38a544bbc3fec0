const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The moment at which a day starts or ends by the clock here, ISO 8601; null for what is no day. Moments stay. */
export function momentOf(day: string, end: 'start' | 'end'): string | null {
  const time = new Date(DAY.test(day) ? `${day}T00:00` : day);
  if (Number.isNaN(time.getTime())) return null;
  // Not 24 hours later: some days have 23 or 25.
  if (DAY.test(day) && end === 'end') time.setDate(time.getDate() + 1);
  return time.toISOString();
}

/** A range in words: `1 Nov – 30 Nov 2026`; one day, or an open end, as such. */
export function rangeWords(from: string | undefined, to: string | undefined): string {
  if (from && to) return from === to ? dayWords(from) : `${dayWords(from)} – ${dayWords(to)}`;
  if (from) return `from ${dayWords(from)}`;
  return to ? `to ${dayWords(to)}` : 'Any';
}

/** A day as the address writes it, so many days before `today`. */
export function dayBefore(today: Date, days: number): string {
  const day = new Date(today);
  day.setDate(day.getDate() - days);
  const [month, date] = [day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${day.getFullYear()}-${month}-${date}`;
}

function dayWords(day: string): string {
  const time = new Date(DAY.test(day) ? `${day}T12:00` : day);
  if (Number.isNaN(time.getTime())) return day;
  return time.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
}
