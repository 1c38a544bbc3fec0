import type { Actor } from '../platform/access/actor.js';
import type { DomainEvent } from '../platform/events/event-log.js';
import { factsOf, type TemplateChange, type TemplateEntity } from './template.entity.js';

type EventOn = Pick<TemplateEntity, 'id' | 'name'>;

/** What the audit log keeps: which template, by the name that it had, and old and new values. */
export interface TemplateEventData {
  template_id: number;
  name: string;
  changes: TemplateChange[];
}

const event = (
  type: string,
  actor: Actor,
  { id, name }: EventOn,
  changes: TemplateChange[] = [],
): DomainEvent => ({
  type,
  ticketId: null,
  actorId: actor.id,
  object: { model: 'templates', id },
  data: { template_id: id, name, changes } satisfies TemplateEventData,
});

export const templateCreated = (actor: Actor, template: TemplateEntity) => {
  const changes = Object.entries(factsOf(template)).map(([field, to]) => ({ field, from: null, to }));
  return event('template.created', actor, template, changes as TemplateChange[]);
};

export const templateEdited = (actor: Actor, template: EventOn, changes: TemplateChange[]) =>
  event('template.edited', actor, template, changes);

export const templateDeleted = (actor: Actor, template: EventOn) =>
  event('template.deleted', actor, template);

export const templateRestored = (actor: Actor, template: EventOn) =>
  event('template.restored', actor, template);
