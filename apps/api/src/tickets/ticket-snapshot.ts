import type { TicketEntity } from './ticket.entity.js';

const MOMENTS = ['resolvedAt', 'closedAt', 'closingSoonAt', 'deletedAt'] as const;
const VALUES = [
  'status',
  'priority',
  'category',
  'assignedToId',
  'adminFeedback',
  'resolutionCount',
  'isRated',
] as const;

type Field = (typeof VALUES)[number] | (typeof MOMENTS)[number];
type Moments = Record<(typeof MOMENTS)[number], string | null>;

/** What a change of many tickets can change of one, with everything that is stamped by it; fit for JSON. */
export type TicketSnapshot = Pick<TicketEntity, (typeof VALUES)[number]> & Moments;

export function snapshotOf(ticket: TicketEntity): TicketSnapshot {
  const values = VALUES.map((field) => [field, ticket[field]]);
  const moments = MOMENTS.map((field) => [field, ticket[field]?.toISOString() ?? null]);
  return Object.fromEntries([...values, ...moments]) as TicketSnapshot;
}

/** The fields in which two snapshots differ. */
export function differences(one: TicketSnapshot, other: TicketSnapshot): Field[] {
  return [...VALUES, ...MOMENTS].filter((field) => one[field] !== other[field]);
}

/** These fields as they were, stamps included; everything else goes on as it is. */
export function putBack(ticket: TicketEntity, snapshot: TicketSnapshot, fields: Field[]): void {
  for (const field of fields) Object.assign(ticket, { [field]: valueIn(snapshot, field) });
}

function valueIn(snapshot: TicketSnapshot, field: Field): unknown {
  const value = snapshot[field];
  const isMoment = (MOMENTS as readonly string[]).includes(field);
  return isMoment && value !== null ? new Date(value as string) : value;
}

/** Comments and notes. */
export function saidOn({
  publicCommentCount,
  internalCommentCount,
}: Pick<TicketEntity, 'publicCommentCount' | 'internalCommentCount'>): number {
  return publicCommentCount + internalCommentCount;
}
