import type { TicketStatus, UserRef } from '@ticketing/contracts';
import { CATEGORY_WORDS, PRIORITY_WORDS } from '../look/ticket-words';
import type { TicketFilters } from '../data/list-place';

/** A filter that is set: what its chip says, and the filters without it. */
export interface ActiveFilter {
  key: string;
  label: string;
  without: TicketFilters;
}

/** What the chips need to know for their words. */
export interface FilterWords {
  status: Record<TicketStatus, string>;
  admins: readonly UserRef[];
}

/** One chip for each filter that is set. The words searched for have a field of their own. */
export function activeFilters(filters: TicketFilters, words: FilterWords): ActiveFilter[] {
  return [
    ...chipsOf(filters, 'status', 'Status', words.status),
    ...chipsOf(filters, 'priority', 'Priority', PRIORITY_WORDS),
    ...chipsOf(filters, 'category', 'Category', CATEGORY_WORDS),
    ...chipOf(filters, 'assignee', (id) => `Assignee: ${assigneeWords(id, words.admins)}`),
    ...chipOf(filters, 'createdFrom', (day) => `Created from ${dayWords(day)}`),
    ...chipOf(filters, 'createdTo', (day) => `Created to ${dayWords(day)}`),
    ...chipOf(filters, 'createdAfter', (moment) => `Created from ${momentWords(moment)}`),
    ...chipOf(filters, 'createdBefore', (moment) => `Created ${untilWords(moment)}`),
    ...chipOf(filters, 'resolvedAfter', (moment) => `Resolved from ${momentWords(moment)}`),
    ...chipOf(filters, 'resolvedBefore', (moment) => `Resolved ${untilWords(moment)}`),
  ];
}

function chipsOf<K extends 'status' | 'priority' | 'category'>(
  filters: TicketFilters,
  key: K,
  name: string,
  words: Record<TicketFilters[K][number], string>,
): ActiveFilter[] {
  const values: readonly TicketFilters[K][number][] = filters[key];
  return values.map((value) => ({
    key: `${key}-${value}`,
    label: `${name}: ${words[value]}`,
    without: { ...filters, [key]: values.filter((other) => other !== value) },
  }));
}

function chipOf(
  filters: TicketFilters,
  key: Exclude<keyof TicketFilters, 'status' | 'priority' | 'category' | 'q'>,
  label: (value: string) => string,
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

/** A day or an hour of UTC. */
function momentWords(moment: string): string {
  const [day = '', hour] = moment.split('T');
  return `${dayWords(day)}${hour ? `, ${hour.replace('Z', '')}` : ''} (UTC)`;
}

/** An end that is exclusive: of days, people name the last one. */
function untilWords(moment: string): string {
  if (moment.includes('T')) return `before ${momentWords(moment)}`;
  const end = new Date(`${moment}T12:00Z`);
  end.setUTCDate(end.getUTCDate() - 1);
  const lastDay = Number.isNaN(end.getTime()) ? moment : end.toISOString().slice(0, 10);
  return `to ${momentWords(lastDay)}`;
}
