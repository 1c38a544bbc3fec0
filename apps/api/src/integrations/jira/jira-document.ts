import type { TicketRow } from '../../tickets/index.js';

/** Jira takes 32,767 characters of description, the markup around them included. */
const MOST_TEXT = 20_000;
const MOST_SUMMARY = 255;
const MOST_PARAGRAPHS = 400;

type Mark = { type: 'link'; attrs: { href: string } };
type Inline = { type: 'text'; text: string; marks?: Mark[] } | { type: 'hardBreak' };
type Node = { type: 'paragraph'; content: Inline[] } | { type: 'rule' };

/** The root of the Atlassian Document Format. */
export interface JiraDocument {
  type: 'doc';
  version: 1;
  content: Node[];
}

/** Facts of a ticket that its issue says. */
export type IssueTicket = Pick<TicketRow, 'id' | 'title' | 'description' | 'priority' | 'category'> & {
  requester: string;
  url: string;
};

/** One line; Jira refuses line breaks there. */
export function jiraSummary({ title }: Pick<IssueTicket, 'title'>): string {
  const line = title.replace(/\s+/g, ' ').trim();
  return line.length <= MOST_SUMMARY ? line : `${wellFormed(line.slice(0, MOST_SUMMARY - 1))}…`;
}

/** Where it comes from, with a link back, and what the requester wrote: as text, whatever it looks like. */
export function jiraDescription(ticket: IssueTicket): JiraDocument {
  const origin: Inline[] = [
    { type: 'text', text: `Ticket #${ticket.id}`, marks: [{ type: 'link', attrs: { href: ticket.url } }] },
    { type: 'text', text: ` of ${ticket.requester}: ${ticket.category}, priority ${ticket.priority}.` },
  ];
  const paragraphs = cut(ticket.description)
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .slice(0, MOST_PARAGRAPHS)
    .map((paragraph): Node => ({ type: 'paragraph', content: linesOf(paragraph) }));
  return {
    type: 'doc',
    version: 1,
    content: [{ type: 'paragraph', content: origin }, { type: 'rule' }, ...paragraphs],
  };
}

/** An empty text node is refused. */
function linesOf(paragraph: string): Inline[] {
  return paragraph
    .split('\n')
    .flatMap((line, i): Inline[] => [
      ...(i > 0 ? [{ type: 'hardBreak' } as const] : []),
      ...(line === '' ? [] : [{ type: 'text', text: line } as const]),
    ]);
}

function cut(text: string): string {
  const plain = text.replaceAll('\r', '');
  return plain.length <= MOST_TEXT ? plain : `${wellFormed(plain.slice(0, MOST_TEXT))}…`;
}

const wellFormed = (text: string) => text.replace(/[\uD800-\uDBFF]$/, '');
