import { createHash } from 'node:crypto';
import { LIMITS, type TicketListQuery, type TicketSort } from '@ticketing/contracts';
import type { Who } from '../platform/access/actor.js';
import type { Statement } from '../platform/database/statement.js';
import type { Position } from '../platform/http/paging.js';
import {
  joinLatestComment,
  SELECT_LATEST,
  SELECT_SUMMARY,
  selectTags,
  type SummaryRow,
} from './ticket-columns.js';
import { type Among, sourcesOf, sourcesOfAnyStatus } from './ticket-sources.js';
import { Bindings } from './visible-to.js';

export type TicketFilter = Omit<TicketListQuery, 'cursor' | 'limit' | 'sort'>;

export interface ListRequest {
  filter: TicketFilter;
  among?: Among;
  sort: TicketSort;
  /** Only those that a list in this order has; left out: in its own. */
  as?: TicketSort;
  /** Rows to read: one more than the page shows. Not a bound value: a kept plan would guess a tenth of the table. */
  rows: number;
  after?: Position;
}

/** What a list has of each ticket. */
export interface ListShape<Row extends object> {
  select(actor: Who): string;
  /** Joins behind that; `t` is the ticket. */
  joins(actor: Who): string;
  readonly row?: Row;
}

const SUMMARIES: ListShape<SummaryRow> = {
  select: (actor) => `${SELECT_SUMMARY}, ${SELECT_LATEST}, ${selectTags(actor.role === 'admin')}`,
  joins: (actor) => joinLatestComment(actor.role === 'admin'),
};

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
 * (a generic plan of the naive form walks the primary key). Several statuses or tags are a union of one keyset each
 * (`sourcesOf`).
 */
export function listStatement(actor: Who, request: ListRequest): Built<SummaryRow> {
  return listStatementOf(SUMMARIES, actor, request);
}

/** The same tickets, with other columns. */
export function listStatementOf<Row extends object>(
  { select, joins }: ListShape<Row>,
  actor: Who,
  { filter, among = 'live', sort, as = sort, rows, after }: ListRequest,
): Built<Row> {
  const bindings = new Bindings();
  const column = columnOf(sort);
  const direction = sort.startsWith('-') ? 'desc' : 'asc';
  const order = (keys: string[]) => keys.map((key) => `${key} ${direction}`).join(', ');
  const names = column === 'id' ? ['id'] : [column, 'id'];
  const orderOf = (table: string) => order(names.map((name) => `${table}.${name}`));
  const branches = sourcesOf(actor, filter, among, bindings).map(({ from, alias, id, conditions }) => {
    const keys = column === 'id' ? [id] : [`${alias}.${column}`, id];
    const position = after ? [afterPosition(keys, column, direction, after, bindings)] : [];
    const where = [...conditions, ...presence(alias, columnOf(as)), ...position].join(' and ');
    const columns = keys.map((key, i) => `${key} as ${names[i]}`).join(', ');
    return `(select ${columns} from ${from} where ${where} order by ${order(keys)} limit ${rows})`;
  });
  const text = `select ${select(actor)}
    from (select * from (${branches.join(unionOf(filter))}) b order by ${orderOf('b')} limit ${rows}) k
    join tickets t on t.id = k.id
    ${joins(actor)}
    order by ${orderOf('t')}`;
  const isCommon = rows === LIMITS.page.standard + 1;
  return { statement: isCommon ? statementFor(filter, text) : { text }, values: bindings.values };
}

/** A ticket may carry several of the tags: it is in the list once. */
function unionOf({ tag }: TicketFilter): string {
  return tag && tag.length > 1 ? ' union ' : ' union all ';
}

/** Counts up to one more than the exact limit; beyond that nobody counts. */
export function countStatement(
  actor: Who,
  filter: TicketFilter,
  sort: TicketSort = 'id',
  among: Among = 'live',
): Built<{ count: number }> {
  const bindings = new Bindings();
  const limit = LIMITS.exactTotal + 1;
  const sources = sourcesOfAnyStatus(actor, filter, among, bindings);
  const status = filter.status?.length ? `any(${bindings.bind(filter.status)})` : undefined;
  const branches = sources.map((source) => {
    const ofStatus = status ? [`${source.alias}.status = ${status}`] : [];
    const present = presence(source.alias, columnOf(sort));
    const where = [...source.conditions, ...present, ...ofStatus].join(' and ');
    return `(select ${source.id} as id from ${source.from} where ${where} limit ${limit})`;
  });
  const text = `select count(*)::int as count from (
    select id from (${branches.join(unionOf(filter))}) b limit ${limit}) n`;
  return { statement: statementFor(filter, text), values: bindings.values };
}

/** The condition that an order makes by itself. */
function presence(alias: string, column: SortColumn): string[] {
  return NULLABLE.includes(column) ? [`${alias}.${column} is not null`] : [];
}

/** @param keys of the row: the sort column and the id */
function afterPosition(
  keys: string[],
  column: SortColumn,
  direction: 'asc' | 'desc',
  [value, id]: Position,
  bindings: Bindings,
): string {
  const than = direction === 'desc' ? '<' : '>';
  const bound = `${bindings.bind(value)}::${SORT_TYPES[column]}, ${bindings.bind(id)}::int`;
  return `(${keys[0]}, ${keys.at(-1)}) ${than} (${bound})`;
}

/** Texts with these filters are few: worth a prepared statement. All others are planned with their values. */
const PREPARED_FILTERS = ['status', 'assigned_to', 'user'];

function statementFor<Row extends object>(filter: TicketFilter, text: string): Statement<Row> {
  const used = Object.entries(filter).filter(([, value]) => value !== undefined);
  const isCommon = used.every(([name]) => PREPARED_FILTERS.includes(name));
  return isCommon ? { name: `tickets.${createHash('md5').update(text).digest('hex')}`, text } : { text };
}
