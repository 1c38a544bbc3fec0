import {
  NOTIFICATION_CHANNELS,
  NOTIFICATION_KINDS,
  type NotificationChannel,
  type NotificationKind,
  type NotificationPreference,
  type Role,
} from '@ticketing/contracts';

/** One cell of the matrix: a kind of news on one way to a person. */
export type Cell = Pick<NotificationPreference, 'kind' | 'channel'>;

/** What only admins are told of. */
export const ADMIN_KINDS: readonly NotificationKind[] = ['ticket_created', 'note_added', 'assigned'];

/** Everything is on until its owner switches it off. */
export const IS_ON_BY_DEFAULT = true;

/** A confirmation is for the mailbox: whoever opened the ticket in the app has seen that it is there. */
export const hasCell = ({ kind, channel }: Cell) => !(kind === 'ticket_received' && channel === 'in_app');

/** Every cell that there is for somebody of this role. */
export function cellsFor(role: Role): Cell[] {
  return NOTIFICATION_KINDS.filter((kind) => role === 'admin' || !ADMIN_KINDS.includes(kind)).flatMap(
    (kind) => NOTIFICATION_CHANNELS.map((channel) => ({ kind, channel })).filter(hasCell),
  );
}

/** The whole matrix of somebody. @param kept what differs from the default */
export function matrixFor(role: Role, kept: readonly NotificationPreference[]): NotificationPreference[] {
  return cellsFor(role).map((cell) => ({ ...cell, enabled: isOn(cell, kept) }));
}

/** Is this person told of this here? @param kept what differs from the default */
export function isTold(
  kind: NotificationKind,
  channel: NotificationChannel,
  kept: readonly NotificationPreference[],
): boolean {
  return hasCell({ kind, channel }) && isOn({ kind, channel }, kept);
}

export const isSame = (a: Cell, b: Cell) => a.kind === b.kind && a.channel === b.channel;

const isOn = (cell: Cell, kept: readonly NotificationPreference[]) =>
  kept.find((preference) => isSame(cell, preference))?.enabled ?? IS_ON_BY_DEFAULT;
