import type { NotificationKind, TicketStatus } from '@ticketing/contracts';
import { type Mail, oneLine } from '../platform/mail/mail.js';
import { type MailPart, renderMail } from '../platform/mail/mail-layout.js';
import type { RatingLink } from '../ratings/index.js';
import type { ClosingSoonData } from '../tickets/index.js';
import type { Reader, ToldTicket } from './audience.repository.js';
import { newValue } from './audience.js';
import type { News, NewsItem } from './news.js';

/** A piece of news with everything that its words need. */
export interface MailItem extends NewsItem {
  /** Null: the product did it. */
  actorName: string | null;
  /** Markdown. Null: it is about none, or none that the reader may see. */
  comment: string | null;
  /** Links by which the requester says how a resolution was. Left out: nobody is asked. */
  ratingLinks?: RatingLink[];
}

export interface MailSurroundings {
  publicUrl: string;
  /** Whether answers to the mail become comments. */
  isAnswered: boolean;
}

/** How customers read a status. */
const CUSTOMER_WORDS: Record<TicketStatus, string> = {
  open: 'Received',
  in_progress: 'In work',
  pending_user: 'Waiting for you',
  resolved: 'Resolved',
  closed: 'Closed',
};

/** How the support team names it. */
const TEAM_WORDS: Record<TicketStatus, string> = {
  open: 'Open',
  in_progress: 'In progress',
  pending_user: 'Pending',
  resolved: 'Resolved',
  closed: 'Closed',
};

interface Facts extends MailItem {
  who: string;
  ticket: ToldTicket;
  wordOf(status: string): string;
}

const WORDS: Record<NotificationKind, (facts: Facts) => MailPart[]> = {
  ticket_received: () => ['We have your ticket. You get a mail when something happens to it.'],
  ticket_created: ({ who, ticket: { category, priority, description } }) => [
    `${who} opened a ticket (${category}, priority ${priority}):`,
    { quote: description },
  ],
  assigned: ({ who }) => [`${who} assigned the ticket to you.`],
  status_changed: (facts) => [movedSentence(facts), ...ratingQuestion(facts)],
  closing_soon: ({ event, ticket }) => [
    `We close #${ticket.id} on ${dayOf((event.data as ClosingSoonData).closes_at)} unless you write.`,
  ],
  feedback_given: (facts) => [
    newValue(facts.event, 'status') === null
      ? `${facts.who} says about the ticket (${facts.wordOf(facts.ticket.status)}):`
      : `${movedSentence(facts)} The support team says:`,
    { quote: newValue(facts.event, 'admin_feedback') ?? '' },
    ...ratingQuestion(facts),
  ],
  comment_added: ({ who, comment }) => [`${who} wrote:`, { quote: comment ?? '' }],
  note_added: ({ who, comment }) => [
    `${who} wrote an internal note. Only admins see it:`,
    { quote: comment ?? '' },
  ],
};

/** One link for each score: it opens a page that asks for one more click, for programs press links, too. */
function ratingQuestion({ ratingLinks = [] }: Facts): MailPart[] {
  if (ratingLinks.length === 0) return [];
  const links = ratingLinks.map(({ score, url }) => ({ label: SCORE_WORDS[score - 1]!, url }));
  return ['How did we do?', { links }];
}

const SCORE_WORDS = ['1 (bad)', '2', '3', '4', '5 (good)'];

/** As people say it: in the time of the server no mail is read, so the day alone, in UTC. */
function dayOf(moment: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(moment));
}

function movedSentence({ event, who, actorName, wordOf }: Facts): string {
  const word = wordOf(newValue(event, 'status') ?? '');
  return actorName === null ? `The status is now “${word}”.` : `${who} changed the status to “${word}”.`;
}

/**
 * Subject, text and HTML of a mail about a ticket. Markdown stays as it was typed, which is how people write it in
 * mails anyway: rendering it here would be a second renderer beside the web app's, and pictures in it would tell
 * strangers when a mail is opened.
 */
export function composeTicketMail(
  { reader, ticket }: Omit<News, 'items'>,
  items: MailItem[],
  surroundings: MailSurroundings,
): Pick<Mail, 'subject' | 'text' | 'html'> {
  const words = reader.role === 'admin' ? TEAM_WORDS : CUSTOMER_WORDS;
  const wordOf = (status: string) => words[status as TicketStatus];
  return renderMail({
    subject: `[#${ticket.id}] ${oneLine(ticket.title)}`,
    greeting: `Hello ${oneLine(reader.firstName)},`,
    parts: items.flatMap((item) =>
      WORDS[item.kind]({ ...item, who: oneLine(item.actorName ?? 'The support team'), ticket, wordOf }),
    ),
    link: { label: 'Open the ticket', url: `${surroundings.publicUrl}/tickets/${ticket.id}` },
    footer: footerFor(reader, ticket, items, surroundings),
  });
}

function footerFor(
  reader: Reader,
  ticket: ToldTicket,
  items: NewsItem[],
  { publicUrl, isAnswered }: MailSurroundings,
): string[] {
  return [
    isAnswered
      ? answerLine(reader, ticket, items)
      : 'Nobody reads answers to this mail: answer on the page of the ticket.',
    `You get this mail because ${reasonFor(reader, ticket)}.`,
    `Choose what you get mails about: ${publicUrl}/account#notifications`,
  ];
}

/** Whoever answers must know who reads it. The mail about a note is about nothing else. */
function answerLine(reader: Reader, { requesterId }: ToldTicket, items: NewsItem[]): string {
  if (items.some(({ event }) => event.isInternal)) {
    return 'Answer this mail to write an internal note. Only admins read your answer.';
  }
  return reader.id === requesterId
    ? 'Answer this mail to comment on the ticket.'
    : 'Answer this mail to comment on the ticket. The requester reads your answer.';
}

function reasonFor({ id }: Reader, { requesterId, assigneeId }: ToldTicket): string {
  if (id === requesterId) return 'you opened the ticket';
  return id === assigneeId ? 'the ticket is assigned to you' : 'you are in the support team';
}
