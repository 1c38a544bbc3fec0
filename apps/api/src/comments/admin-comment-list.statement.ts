import type { AdminCommentListQuery } from '@ticketing/contracts';
import { type Statement, unnamed } from '../platform/database/statement.js';
import { Bindings, searchExpression } from '../tickets/index.js';

export type AdminCommentFilter = Omit<AdminCommentListQuery, 'cursor' | 'limit'>;

/** Where the page before ended. */
export type CommentPosition = [createdAt: string, id: number];

export interface AdminCommentRequest {
  filter: AdminCommentFilter;
  /** Rows to read: one more than the page shows. */
  rows: number;
  after: CommentPosition | undefined;
}

export interface CommentKey {
  id: number;
  createdAt: Date;
}

/** A statement with its values. */
export type Built<Row extends object> = { statement: Statement<Row>; values: unknown[] };

/**
 * How many comments are looked through for words before the index of words is asked. The words of deleted ones are
 * not kept, but read out of their texts each time.
 */
export const walkOf = ({ is_deleted: isDeleted = false }: AdminCommentFilter) => (isDeleted ? 200 : 1_000);

const NEWEST_FIRST = 'order by created_at desc, id desc';
const KEYS = `id, created_at as "createdAt"`;

/** The keys of a page, newest first, by index scans alone. */
export function keysStatement(request: AdminCommentRequest): Built<CommentKey> {
  const bindings = new Bindings();
  const text = `select ${KEYS} from (${branches(request, bindings, request.rows)}) k`;
  return { statement: unnamed(text), values: bindings.values };
}

/**
 * Among the newest comments those with the words, and how many were looked through: a common word fills its page
 * here, whatever the number of comments that have it. Words are asked for by a scalar query, one comment at a time: a
 * plan that guesses badly cannot read all of them instead.
 */
export function walkStatement(request: AdminCommentRequest): Built<CommentKey & { walked: number }> {
  const bindings = new Bindings();
  const walk = branches(request, bindings, walkOf(request.filter));
  const { table, id, document } = wordsOf(request.filter);
  const hasThem = `(select ${hasWords(document, request, bindings)} from ${table} where ${id} = w.id)`;
  const text = `with walk as materialized (${walk}),
      found as (select w.id, w.created_at from walk w where ${hasThem} ${NEWEST_FIRST} limit ${request.rows})
    select f.id, f.created_at as "createdAt", w.walked
      from (select count(*)::int as walked from walk) w left join found f on true ${NEWEST_FIRST}`;
  return { statement: unnamed(text), values: bindings.values };
}

/** The same by the index of words, for words that are rare: each comment that has them, looked up by its id. */
export function searchStatement(request: AdminCommentRequest): Built<CommentKey> {
  const bindings = new Bindings();
  const { is_internal: isInternal } = request.filter;
  const conditions = conditionsOf(request, bindings);
  if (isInternal !== undefined) conditions.push(`c.is_internal = ${isInternal}`);
  const { table, id, document, indexed } = wordsOf(request.filter);
  const text = `with found as materialized (
      select ${id} as found_id from ${table} where ${indexed} and ${hasWords(document, request, bindings)})
    select ${KEYS} from found f cross join lateral (
      select c.id, c.created_at from ticket_comments c
       where c.id = f.found_id and ${conditions.join(' and ')} offset 0) k ${NEWEST_FIRST} limit ${request.rows}`;
  return { statement: unnamed(text), values: bindings.values };
}

/** Deleted comments are not in the search of tickets: they have an index of words of their own. */
const wordsOf = ({ is_deleted: isDeleted = false }: AdminCommentFilter) =>
  isDeleted
    ? {
        table: 'ticket_comments s',
        id: 's.id',
        document: `to_tsvector('simple', s.content)`,
        indexed: 's.deleted_at is not null',
      }
    : {
        table: 'ticket_search s',
        id: 's.comment_id',
        document: 's.document',
        indexed: 's.comment_id is not null',
      };

/** Public and internal ones are a keyset each, because the indexes are in the order of time only within one kind. */
function branches(request: AdminCommentRequest, bindings: Bindings, rows: number): string {
  const { filter } = request;
  const conditions = conditionsOf(request, bindings).join(' and ');
  const source = sourceOf(filter, bindings);
  const kinds = filter.is_internal === undefined ? [true, false] : [filter.is_internal];
  const each = kinds.map(
    (isInternal) =>
      `(select c.id, c.created_at from ${source} c where c.is_internal = ${isInternal} and ${conditions}
         order by c.created_at desc, c.id desc limit ${rows})`,
  );
  return `select * from (${each.join(' union all ')}) b ${NEWEST_FIRST} limit ${rows}`;
}

/** A ticket has few comments: all of them are read (`offset 0` keeps plans from walking those of all tickets). */
function sourceOf({ ticket, is_deleted: isDeleted }: AdminCommentFilter, bindings: Bindings): string {
  if (ticket === undefined) return 'ticket_comments';
  return `(select * from ticket_comments where ticket_id = ${bindings.bind(ticket)} and ${whether(isDeleted)} offset 0)`;
}

const whether = (isDeleted = false) => `deleted_at is ${isDeleted ? 'not null' : 'null'}`;

function conditionsOf({ filter, after }: AdminCommentRequest, bindings: Bindings): string[] {
  const { author, ticket, created_after: from, created_before: to } = filter;
  const given = (value: unknown, condition: (bound: string) => string) =>
    value === undefined ? [] : [condition(bindings.bind(value))];
  return [
    `c.${whether(filter.is_deleted)}`,
    ...given(author, (bound) => `c.author_id = ${bound}`),
    ...given(ticket, (bound) => `c.ticket_id = ${bound}`),
    ...given(from && new Date(from), (bound) => `c.created_at >= ${bound}`),
    ...given(to && new Date(to), (bound) => `c.created_at < ${bound}`),
    ...(after
      ? [`(c.created_at, c.id) < (${bindings.bind(after[0])}::timestamptz, ${bindings.bind(after[1])})`]
      : []),
  ];
}

const hasWords = (document: string, { filter: { q = '' } }: AdminCommentRequest, bindings: Bindings) =>
  `${document} @@ to_tsquery('simple', ${bindings.bind(searchExpression(q))})`;
