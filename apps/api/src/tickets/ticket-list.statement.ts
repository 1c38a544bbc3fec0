import { createHash } from 'node:crypto';
import { LIMITS, type TicketListQuery, type TicketSort } from '@ticketing/contracts';
import type { Who } from '../platform/access/actor.js';
import type { Statement } from '../platform/database/statement.js';
import type { Position } from '../platform/http/paging.js';
import { joinLatestComment, SELECT_LATEST, SELECT_SUMMARY, type SummaryRow } from './ticket-columns.js';
import { filterConditions } from './ticket-filter.js';
import { Bindings, visibleTo } from './visible-to.js';

export type TicketFilter = Omit<TicketListQuery, 'cursor' | 'limit' | 'sort'>;

export interface ListRequest {
  filter: TicketFilter;
  sort: TicketSort;
  /** Rows to read: one more than the page shows. Not a bound value: a kept plan would guess a tenth of the table. */
  rows: number;
  after?: Position;
}

type Built<Row extends object> = { statement: Statement<Row>; values: unknown[] };

const SORT_TYPES = {
  updated_at: 'timestamptz',
  created_at: 'timestamptz',
  resolved_at: 'timestamptz',
  first_response_at: 'timestamptz',
  rated_at: 'timestamptz',
  priority: 'ticket_priority',
  id: 'int',
};
export type SortColumn = keyof typeof SORT_TYPES;

/** What not every ticket has: a list in this order has only those that have it. */
const NULLABLE: readonly SortColumn[] = ['resolved_at', 'first_response_at', 'rated_at'];

export const columnOf = (sort: TicketSort) => sort.replace('-', '') as SortColumn;

/**
 * The statement of a list page. Ids first, by index scans alone, then the columns: this holds in any plan mode
 * (a generic plan of the naive form walks the primary key). Several statuses are a union of one keyset each,
 * because an index on (status, sort) is only ordered within one status.
 */
export function listStatement(actor: Who, { filter, sort, rows, after }: ListRequest): Built<SummaryRow> {
  const bindings = new Bindings();
  const column = columnOf(sort);
  const direction = sort.startsWith('-') ? 'desc' : 'asc';
  const keys = column === 'id' ? ['id'] : [column, 'id'];
  const order = (table: string) => keys.map((key) => `${table}.${key} ${direction}`).join(', ');
  const base = conditionsOf(actor, filter, sort, bindings);
  if (after) base.push(afterPosition(column, direction, after, bindings));
  const { status = [] } = filter;
  const perStatus =
    status.length > 0 ? status.map((one) => [...base, `t.status = ${bindings.bind(one)}`]) : [base];
  const branches = perStatus.map(
    (conditions) =>
      `(select t.${keys.join(', t.')} from tickets t where ${conditions.join(' and ')} order by ${order('t')} limit ${rows})`,
  );
  const text = `select ${SELECT_SUMMARY}, ${SELECT_LATEST}
    from (select * from (${branches.join(' union all ')}) b order by ${order('b')} limit ${rows}) k
    join tickets t on t.id = k.id
    ${joinLatestComment(actor.role === 'admin')}
    order by ${order('t')}`;
  const isCommon = rows === LIMITS.page.standard + 1;
  return { statement: isCommon ? statementFor(filter, text) : { text }, values: bindings.values };
}

/** Counts up to one more than the exact limit; beyond that nobody counts. */
export function countStatement(
  actor: Who,
  filter: TicketFilter,
  sort: TicketSort = 'id',
): Built<{ count: number }> {
  const bindings = new Bindings();
  const conditions = conditionsOf(actor, filter, sort, bindings);
  if (filter.status?.length) conditions.push(`t.status = any(${bindings.bind(filter.status)})`);
  const text = `select count(*)::int as count from (
    select 1 from tickets t where ${conditions.join(' and ')} limit ${LIMITS.exactTotal + 1}) n`;
  return { statement: statementFor(filter, text), values: bindings.values };
}

/** All but the status. */
function conditionsOf(actor: Who, filter: TicketFilter, sort: TicketSort, bindings: Bindings): string[] {
  const column = columnOf(sort);
  return [
    visibleTo(actor, bindings),
    ...filterConditions(actor, filter, bindings),
    ...(NULLABLE.includes(column) ? [`t.${column} is not null`] : []),
  ];
}

function afterPosition(
  column: SortColumn,
  direction: 'asc' | 'desc',
  [value, id]: Position,
  bindings: Bindings,
): string {
  const than = direction === 'desc' ? '<' : '>';
  const position = `(${bindings.bind(value)}::${SORT_TYPES[column]}, ${bindings.bind(id)}::int)`;
  return `(t.${column}, t.id) ${than} ${position}`;
}

/** Texts with these filters are few: worth a prepared statement. All others are planned with their values. */
const PREPARED_FILTERS = ['status', 'assigned_to', 'user'];

function statementFor<Row extends object>(filter: TicketFilter, text: string): Statement<Row> {
  const used = Object.entries(filter).filter(([, value]) => value !== undefined);
  const isCommon = used.every(([name]) => PREPARED_FILTERS.includes(name));
  return isCommon ? { name: `tickets.${createHash('md5').update(text).digest('hex')}`, text } : { text };
}
