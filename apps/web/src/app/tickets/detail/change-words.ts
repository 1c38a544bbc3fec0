import type { FieldChange, TicketStatus, TimelineEntry } from '@ticketing/contracts';
import { CATEGORY_WORDS, PRIORITY_WORDS } from '../look/ticket-words';

type StatusWords = Record<TicketStatus, string>;
type Say = (from: string | null, to: string | null, statusWords: StatusWords) => string;

const SAY: Record<FieldChange['field'], Say> = {
  status: (from, to, words) => moved('status', words, from, to),
  priority: (from, to) => moved('priority', PRIORITY_WORDS, from, to),
  category: (from, to) => moved('category', CATEGORY_WORDS, from, to),
  assigned_to: (_from, to) => (to === null ? 'removed the assignee' : `assigned it to ${to}`),
  title: (from, to) => `changed the title from “${from ?? ''}” to “${to ?? ''}”`,
  description: () => 'changed the description',
  admin_feedback: () => 'gave feedback',
};

/** What happened, as sentences that go on after the actor's name. */
export function changeWords(entry: TimelineEntry, statusWords: StatusWords): string[] {
  if (entry.type === 'ticket.deleted') return ['deleted the ticket'];
  if (entry.type === 'ticket.restored') return ['restored the ticket'];
  if (entry.type === 'ticket.rated') return [`rated ${entry.score} of 5`];
  if (entry.type === 'ticket.closing_soon') return ['told the requester that it closes soon'];
  return entry.changes.map(({ field, from, to }) => SAY[field](from, to, statusWords));
}

function moved(name: string, words: Record<string, string>, from: string | null, to: string | null): string {
  const word = (value: string | null): string => (value === null ? 'nothing' : (words[value] ?? value));
  return `changed the ${name} from ${word(from)} to ${word(to)}`;
}
