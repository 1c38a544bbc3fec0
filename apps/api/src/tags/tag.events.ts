import type { Actor } from '../platform/access/actor.js';
import type { DomainEvent } from '../platform/events/event-log.js';
import { contentOf, type TagChange, type TagEntity } from './tag.entity.js';

type EventOn = Pick<TagEntity, 'id' | 'name'>;

/** What the audit log keeps: which tag, by the name that it had, and old and new values. */
export interface TagEventData {
  tag_id: number;
  name: string;
  changes: TagChange[];
}

const event = (
  type: string,
  actor: Actor,
  { id, name }: EventOn,
  changes: TagChange[] = [],
): DomainEvent => ({
  type,
  ticketId: null,
  actorId: actor.id,
  object: { model: 'tags', id },
  data: { tag_id: id, name, changes } satisfies TagEventData,
});

export const tagCreated = (actor: Actor, tag: TagEntity) => {
  const changes = Object.entries(contentOf(tag)).map(([field, to]) => ({ field, from: null, to }));
  return event('tag.created', actor, tag, changes as TagChange[]);
};

export const tagEdited = (actor: Actor, tag: EventOn, changes: TagChange[]) =>
  event('tag.edited', actor, tag, changes);

export const tagDeleted = (actor: Actor, tag: EventOn) => event('tag.deleted', actor, tag);

export const tagRestored = (actor: Actor, tag: EventOn) => event('tag.restored', actor, tag);
