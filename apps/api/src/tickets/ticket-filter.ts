import { ACTIVE_TICKET_STATUSES } from '@ticketing/contracts';
import type { Who } from '../platform/access/actor.js';
import type { TicketFilter } from './ticket-list.statement.js';
import { searchCondition } from './ticket-search.js';
import type { Bindings } from './visible-to.js';

type Condition = (bindings: Bindings, actor: Who) => string;

/** Each filter as SQL, except status, which shapes the statement itself. */
export function filterConditions(actor: Who, filter: TicketFilter, bindings: Bindings): string[] {
  return [
    ...assignee(filter),
    ...choices(filter),
    ...moments(filter),
    ...hours(filter),
    ...activeAt(filter),
    ...others(filter),
  ].map((condition) => condition(bindings, actor));
}

function assignee({ assigned_to: wanted }: TicketFilter): Condition[] {
  if (wanted === undefined) return [];
  if (wanted === 'none') return [() => 't.assigned_to_id is null'];
  return [(bindings, actor) => `t.assigned_to_id = ${bindings.bind(wanted === 'me' ? actor.id : wanted)}`];
}

function choices({ priority, category, score }: TicketFilter): Condition[] {
  return [
    ...(priority?.length
      ? [(b: Bindings) => `t.priority = any(${b.bind(priority)}::ticket_priority[])`]
      : []),
    ...(category?.length ? [(b: Bindings) => `t.category = any(${b.bind(category)})`] : []),
    // "is not null": the index of rated tickets has it, too
    ...(score?.length
      ? [(b: Bindings) => `t.score = any(${b.bind(score)}::smallint[]) and t.rated_at is not null`]
      : []),
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
    ['t.first_response_at >=', filter.first_response_after],
    ['t.first_response_at <', filter.first_response_before],
    ['t.rated_at >=', filter.rated_after],
    ['t.rated_at <', filter.rated_before],
  ] as const;
  return bounds.flatMap(([comparison, moment]) =>
    moment === undefined ? [] : [(b: Bindings) => `${comparison} ${b.bind(new Date(moment))}`],
  );
}

const inUtc = (field: string) => `extract(${field} from t.created_at at time zone 'UTC')`;

/** Both together stand in an index of their own, `tickets_created_hour`, in these words. */
function hours({ created_weekday: weekday, created_hour: hour }: TicketFilter): Condition[] {
  if (weekday !== undefined && hour !== undefined) {
    const both = `(${inUtc('isodow')} * 24 + ${inUtc('hour')})::smallint`;
    return [(b) => `${both} = ${b.bind(weekday * 24 + hour)}::smallint`];
  }
  return [
    ...(weekday === undefined ? [] : [(b: Bindings) => `${inUtc('isodow')} = ${b.bind(weekday)}`]),
    ...(hour === undefined ? [] : [(b: Bindings) => `${inUtc('hour')} = ${b.bind(hour)}`]),
  ];
}

/** The time from creation to resolution as a range, in the words of its index, `tickets_worked`. */
const WORKED = `tstzrange(a.created_at, greatest(a.created_at, a.resolved_at), '(]')`;

/**
 * Among all tickets the set is made first, from the two indexes of active and of done ones, and as an array: no planner
 * knows how few tickets were active at one moment. One requester's tickets are looked at one by one.
 */
function activeAt({ active_at: moment, user }: TicketFilter): Condition[] {
  if (moment === undefined) return [];
  return [
    (b, actor) => {
      const at = `${b.bind(new Date(moment))}::timestamptz`;
      if (actor.role !== 'admin' || user !== undefined) {
        return `t.created_at < ${at} and (t.resolved_at is null or t.resolved_at >= ${at})`;
      }
      return `t.id = any(array(
        select a.id from tickets a where a.deleted_at is null and a.status in (${ACTIVE}) and a.created_at < ${at}
        union all
        select a.id from tickets a where a.deleted_at is null and a.resolved_at is not null and ${WORKED} @> ${at}))`;
    },
  ];
}

const ACTIVE = ACTIVE_TICKET_STATUSES.map((status) => `'${status}'`).join();

function others({ user, q }: TicketFilter): Condition[] {
  return [
    ...(user === undefined ? [] : [(b: Bindings) => `t.user_id = ${b.bind(user)}`]),
    ...(q === undefined ? [] : [(b: Bindings, actor: Who) => searchCondition(actor, q, b)]),
  ];
}
