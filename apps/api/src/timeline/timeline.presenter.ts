import type { CommentView, FieldChange, NotedMail, TimelineEntry } from '@ticketing/contracts';
import type { MailNotedData } from '../inbound-mail/index.js';
import type { ClosingSoonData, TicketChangeData, TicketRatedData } from '../tickets/index.js';
import type { UserRefs } from '../users/index.js';
import { MODERATION_EVENTS, type TimelineRow } from './timeline.repository.js';

/** Everybody whom these entries mention: who did it, old and new assignees, whose mails came back. */
export function peopleOfTimeline(rows: TimelineRow[]): (number | null)[] {
  return rows.flatMap((row) => [
    row.actorId,
    mailOf(row)?.user_id ?? null,
    ...changesOf(row)
      .filter(({ field }) => field === 'assigned_to')
      .flatMap(({ from, to }) => [toId(from), toId(to)]),
  ]);
}

export function presentEntry(row: TimelineRow, people: UserRefs, comment: CommentView | null): TimelineEntry {
  return {
    id: row.id,
    type: row.type,
    actor: people.ofNullable(row.actorId),
    is_internal: row.isInternal || isModeration(row),
    created_at: row.createdAt.toISOString(),
    changes: changesOf(row).map((change) => withNames(change, people)),
    comment,
    mail: presentMail(row, people),
    score: scoreOf(row),
    closes_at: closingOf(row),
  };
}

function presentMail(row: TimelineRow, people: UserRefs): NotedMail | null {
  const mail = mailOf(row);
  return mail ? { id: mail.id, kind: mail.kind, user: people.of(mail.user_id) } : null;
}

function mailOf({ type, data }: TimelineRow): MailNotedData['mail'] | undefined {
  return type === 'mail.noted' ? (data as MailNotedData).mail : undefined;
}

function scoreOf({ type, data }: TimelineRow): number | null {
  return type === 'ticket.rated' ? (data as TicketRatedData).score : null;
}

function closingOf({ type, data }: TimelineRow): string | null {
  return type === 'ticket.closing_soon' ? (data as ClosingSoonData).closes_at : null;
}

const isModeration = ({ type }: TimelineRow) => MODERATION_EVENTS.includes(type);

/** What a comment said before is in the audit log: the history would show the text of deleted ones. */
function changesOf(row: TimelineRow): FieldChange[] {
  if (isModeration(row)) return [];
  const { data } = row;
  return (data as Partial<TicketChangeData>).changes ?? [];
}

/** The spine keeps ids of assignees, because names change; people read names. */
function withNames({ field, from, to }: FieldChange, people: UserRefs): FieldChange {
  if (field !== 'assigned_to') return { field, from, to };
  const nameOf = (id: string | null) => people.ofNullable(toId(id))?.name ?? null;
  return { field, from: nameOf(from), to: nameOf(to) };
}

function toId(id: string | null): number | null {
  return id === null ? null : Number(id);
}
