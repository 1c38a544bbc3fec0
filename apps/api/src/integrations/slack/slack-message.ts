import type { EventFacts } from '../integration-adapter.js';

/** Slack's own limits (Block Kit), with room for an ellipsis. */
const MOST = { header: 150, section: 3_000, element: 2_000, text: 4_000, excerpt: 600 } as const;

/** As much of Block Kit as is used here. */
type Text = { type: 'mrkdwn' | 'plain_text'; text: string };
type Block =
  { type: 'header'; text: Text } | { type: 'section'; text: Text } | { type: 'context'; elements: Text[] };
export interface SlackMessage {
  /** For notifications and screen readers. */
  text: string;
  blocks: Block[];
}

/** A message about an event: what happened, to which ticket, how it stands, and what was said. */
export function slackMessage(facts: EventFacts): SlackMessage {
  const { ticket } = facts;
  const headline = headlineOf(facts);
  const link = `*<${ticket.url}|#${ticket.id} ${escaped(cut(ticket.title, 200))}>*`;
  const quote = excerptOf(facts);
  return {
    text: cut(escaped(`${headline}: #${ticket.id} ${ticket.title}`), MOST.text),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: cut(headline, MOST.header) } },
      { type: 'section', text: mrkdwn([link, ...changesOf(facts)].join('\n'), MOST.section) },
      ...(quote ? [{ type: 'section', text: mrkdwn(quote, MOST.section) } as const] : []),
      { type: 'context', elements: contextOf(facts) },
    ],
  };
}

const VERBS: Record<EventFacts['type'], string> = {
  'ticket.created': 'opened a ticket',
  'ticket.edited': 'changed a ticket',
  'ticket.assigned': 'assigned a ticket',
  'ticket.status_changed': 'moved a ticket',
  'ticket.deleted': 'deleted a ticket',
  'ticket.restored': 'restored a ticket',
  'comment.added': 'commented on a ticket',
  'integration.test': 'tries out this channel',
};

const headlineOf = ({ type, actor }: EventFacts) => `${actor?.name ?? 'Ticketing'} ${VERBS[type]}`;

const NAMES: Record<string, string> = { assigned_to: 'Assignee', admin_feedback: 'Feedback' };

function changesOf({ changes }: EventFacts): string[] {
  return changes.map(({ field, from, to }) => {
    const name = NAMES[field] ?? capital(field);
    if (field === 'description') return `${name} was rewritten`;
    if (field === 'admin_feedback') return `${name}: ${worded(to, field)}`;
    return `${name}: ${worded(from, field)} → ${worded(to, field)}`;
  });
}

function contextOf({ ticket }: EventFacts): Text[] {
  const facts = [
    `Requester: ${ticket.user.name}`,
    `Assignee: ${ticket.assigned_to?.name ?? 'nobody'}`,
    `Status: ${words(ticket.status)}`,
    `Priority: ${ticket.priority}`,
  ];
  return facts.map((fact) => mrkdwn(escaped(fact), MOST.element));
}

function excerptOf({ comment }: EventFacts): string | undefined {
  if (!comment) return undefined;
  const lines = cut(comment.content.trim(), MOST.excerpt).split(/\r?\n/);
  return lines.map((line) => `> ${escaped(line)}`).join('\n');
}

const mrkdwn = (text: string, most: number): Text => ({ type: 'mrkdwn', text: cut(text, most) });

/** The three characters that Slack wants escaped: no text of people becomes a link, a mention or an entity. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const words = (value: string) => value.replaceAll('_', ' ');
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function worded(value: string | null, field: string): string {
  if (value === null) return field === 'assigned_to' ? 'nobody' : 'nothing';
  return escaped(cut(field === 'status' ? words(value) : value, 200));
}

/** Counts as Slack does, and leaves no half character behind. */
function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
