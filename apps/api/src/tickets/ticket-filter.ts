import type { Who } from '../platform/access/actor.js';
import type { TicketFilter } from './ticket-list.statement.js';
import { searchCondition } from './ticket-search.js';
import type { Bindings } from './visible-to.js';

type Condition = (bindings: Bindings, actor: Who) => string;

/** Each filter as SQL, except status, which shapes the statement itself. */
export function filterConditions(actor: Who, filter: TicketFilter, bindings: Bindings): string[] {
  return [...assignee(filter), ...choices(filter), ...moments(filter), ...others(filter)].map((condition) =>
    condition(bindings, actor),
  );
}

function assignee({ assigned_to: wanted }: TicketFilter): Condition[] {
  if (wanted === undefined) return [];
  if (wanted === 'none') return [() => 't.assigned_to_id is null'];
  return [(bindings, actor) => `t.assigned_to_id = ${bindings.bind(wanted === 'me' ? actor.id : wanted)}`];
}

function choices({ priority, category }: TicketFilter): Condition[] {
  return [
    ...(priority?.length
      ? [(b: Bindings) => `t.priority = any(${b.bind(priority)}::ticket_priority[])`]
      : []),
    ...(category?.length ? [(b: Bindings) => `t.category = any(${b.bind(category)})`] : []),
  ];
}

function moments(filter: TicketFilter): Condition[] {
  const bounds = [
    ['t.created_at >=', filter.created_after],
    ['t.created_at <', filter.created_before],
    ['t.updated_at >=', filter.updated_after],
    ['t.updated_at <', filter.updated_before],
    ['t.resolved_at >=', filter.resolved_after],
    ['t.resolved_at <', filter.resolved_before],
  ] as const;
  return bounds.flatMap(([comparison, moment]) =>
    moment === undefined ? [] : [(b: Bindings) => `${comparison} ${b.bind(new Date(moment))}`],
  );
}

function others({ user, q }: TicketFilter): Condition[] {
  return [
    ...(user === undefined ? [] : [(b: Bindings) => `t.user_id = ${b.bind(user)}`]),
    ...(q === undefined ? [] : [(b: Bindings, actor: Who) => searchCondition(actor, q, b)]),
  ];
}
