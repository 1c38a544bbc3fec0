import type { TagRef, TicketStatus, UserRef } from '@ticketing/contracts';
import { CATEGORY_WORDS, PRIORITY_WORDS, WEEKDAY_WORDS } from '../look/ticket-words';
import type { TicketFilters } from '../data/list-place';

/** A filter that is set: what its chip says, and the filters without it. */
export interface ActiveFilter {
  key: string;
  label: string;
  without: TicketFilters;
}

const SCORE_WORDS: Record<number, string> = {
  1: '1 of 5',
  2: '2 of 5',
  3: '3 of 5',
  4: '4 of 5',
  5: '5 of 5',
};

/** What the chips need to know for their words. */
export interface FilterWords {
  status: Record<TicketStatus, string>;
  admins: readonly UserRef[];
  tags: readonly TagRef[];
}

/** One chip for each filter that is set. The words searched for have a field of their own. */
export function activeFilters(filters: TicketFilters, words: FilterWords): ActiveFilter[] {
  return [
    ...chipsOf(filters, 'status', 'Status', words.status),
    ...chipsOf(filters, 'priority', 'Priority', PRIORITY_WORDS),
    ...chipsOf(filters, 'category', 'Category', CATEGORY_WORDS),
    ...chipsOf(filters, 'tag', 'Tag', Object.fromEntries(words.tags.map(({ id, name }) => [id, name]))),
    ...chipOf(filters, 'assignee', (id) => `Assignee: ${assigneeWords(id, words.admins)}`),
    ...chipOf(filters, 'createdFrom', (day) => `Created from ${dayWords(day)}`),
    ...chipOf(filters, 'createdTo', (day) => `Created to ${dayWords(day)}`),
    ...chipOf(filters, 'createdAfter', (moment) => `Created from ${momentWords(moment)}`),
    ...chipOf(filters, 'createdBefore', (moment) => `Created ${untilWords(moment)}`),
    ...chipOf(filters, 'resolvedAfter', (moment) => `Resolved from ${momentWords(moment)}`),
    ...chipOf(filters, 'resolvedBefore', (moment) => `Resolved ${untilWords(moment)}`),
    ...chipOf(filters, 'answeredAfter', (moment) => `First answered from ${momentWords(moment)}`),
    ...chipOf(filters, 'answeredBefore', (moment) => `First answered ${untilWords(moment)}`),
    ...chipsOf(filters, 'score', 'Score', SCORE_WORDS),
    ...chipOf(filters, 'ratedAfter', (moment) => `Rated from ${momentWords(moment)}`),
    ...chipOf(filters, 'ratedBefore', (moment) => `Rated ${untilWords(moment)}`),
    ...chipOf(filters, 'createdWeekday', (day) => `Created on a ${WEEKDAY_WORDS[day - 1] ?? day} (UTC)`),
    ...chipOf(
      filters,
      'createdHour',
      (hour) => `Created from ${clockWords(hour)} to ${clockWords(hour + 1)} (UTC)`,
    ),
    ...chipOf(filters, 'activeAt', (moment) => `Unresolved ${endWords(moment)}`),
  ];
}

type ManyKey = 'status' | 'priority' | 'category' | 'score' | 'tag';

function chipsOf<K extends ManyKey>(
  filters: TicketFilters,
  key: K,
  name: string,
  words: Partial<Record<TicketFilters[K][number], string>>,
): ActiveFilter[] {
  const values: readonly TicketFilters[K][number][] = filters[key];
  return values.map((value) => ({
    key: `${key}-${value}`,
    label: `${name}: ${words[value] ?? `#${value}`}`,
    without: { ...filters, [key]: values.filter((other) => other !== value) },
  }));
}

function chipOf<K extends Exclude<keyof TicketFilters, ManyKey | 'q'>>(
  filters: TicketFilters,
  key: K,
  label: (value: NonNullable<TicketFilters[K]>) => string,
): ActiveFilter[] {
  const value = filters[key];
  return value === null ? [] : [{ key, label: label(value), without: { ...filters, [key]: null } }];
}

function assigneeWords(id: string, admins: readonly UserRef[]): string {
  if (id === 'me') return 'me';
  if (id === 'none') return 'nobody';
  return admins.find((admin) => String(admin.id) === id)?.name ?? `#${id}`;
}

function dayWords(day: string): string {
  return new Date(`${day}T12:00`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
}

function clockWords(hour: number): string {
  return `${String(hour % 24).padStart(2, '0')}:00`;
}

/** A day or an hour of UTC. */
function momentWords(moment: string): string {
  const [day = '', hour] = moment.split('T');
  return `${dayWords(day)}${hour ? `, ${hour.replace('Z', '')}` : ''} (UTC)`;
}

/** An end that is exclusive: of days, people name the last one. */
function untilWords(moment: string): string {
  return moment.includes('T') ? `before ${momentWords(moment)}` : `to ${momentWords(dayBefore(moment))}`;
}

/** Midnight is the end of the day before. */
function endWords(moment: string): string {
  return moment.includes('T')
    ? `at ${momentWords(moment)}`
    : `at the end of ${momentWords(dayBefore(moment))}`;
}

function dayBefore(day: string): string {
  const end = new Date(`${day}T12:00Z`);
  end.setUTCDate(end.getUTCDate() - 1);
  return Number.isNaN(end.getTime()) ? day : end.toISOString().slice(0, 10);
}
