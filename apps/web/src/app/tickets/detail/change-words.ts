import type { FieldChange, TicketEventType, TicketStatus, TimelineEntry } from '@ticketing/contracts';
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
  tags: (from, to) => tagWords(namesIn(from), namesIn(to)),
};

/** What happens to a ticket as a whole. */
const SAY_OF_ALL: Partial<Record<TicketEventType, (entry: TimelineEntry) => string>> = {
  'ticket.deleted': () => 'deleted the ticket',
  'ticket.restored': () => 'restored the ticket',
  'ticket.rated': ({ score }) => `rated ${score} of 5`,
  'ticket.closing_soon': () => 'told the requester that it closes soon',
  'comment.edited': () => 'edited a comment',
  'comment.deleted': () => 'deleted a comment',
  'comment.restored': () => 'restored a comment',
  'mail.noted': ({ mail }) => (mail?.kind === 'bounce' ? 'came back' : 'came by mail'),
};

/** What happened, as sentences that go on after `whoWords`. */
export function changeWords(entry: TimelineEntry, statusWords: StatusWords): string[] {
  const say = SAY_OF_ALL[entry.type];
  if (say) return [say(entry)];
  return entry.changes.map(({ field, from, to }) => SAY[field](from, to, statusWords));
}

/** Who or what did it: nobody makes a mail come back. */
export function whoWords({ actor, mail }: TimelineEntry): string {
  if (mail) return `${mail.kind === 'bounce' ? 'A mail to' : 'An automatic reply of'} ${mail.user.name}`;
  return actor?.name ?? 'The system';
}

function namesIn(list: string | null): string[] {
  return list === null ? [] : list.split(', ');
}

function tagWords(from: string[], to: string[]): string {
  const added = to.filter((name) => !from.includes(name));
  const removed = from.filter((name) => !to.includes(name));
  return [tagList('added', added), tagList('removed', removed)].filter(Boolean).join(' and ');
}

function tagList(verb: string, names: string[]): string {
  if (names.length === 0) return '';
  return `${verb} the ${names.length === 1 ? 'tag' : 'tags'} ${names.join(', ')}`;
}

function moved(name: string, words: Record<string, string>, from: string | null, to: string | null): string {
  const word = (value: string | null): string => (value === null ? 'nothing' : (words[value] ?? value));
  return `changed the ${name} from ${word(from)} to ${word(to)}`;
}
