import type { AdminUserSort } from '@ticketing/contracts';
import { type Statement, unnamed } from '../platform/database/statement.js';
import type { AdminUserFilterQuery } from './dto/list-admin-users.query.js';

/*
 * Each of these is the expression of an index (migration 1764000000018). Which one is used, PostgreSQL decides with the
 * values: what is common is found soon on a walk in order, what is rare by its own index, and sorted.
 */
const NAME = `lower(trim(first_name || ' ' || last_name))`;
const WORDS = `lower(' ' || first_name || ' ' || last_name || ' ' || email)`;
const TRAITS = `(case when role = 'admin' then 8 else 0 end + case when is_active then 4 else 0 end
  + case when email_verified_at is null then 0 else 2 end + case when totp_confirmed_at is null then 0 else 1 end)`;

const COLUMNS = `id, role, is_active as "isActive", email, first_name as "firstName", last_name as "lastName",
  email_verified_at as "emailVerifiedAt", totp_confirmed_at as "totpConfirmedAt", invited_at as "invitedAt", version,
  created_at as "createdAt", updated_at as "updatedAt"`;

/** Where a page begins: behind this value of the sort column, and this id. */
export type UserPosition = [value: string, id: number];

const SORTS = {
  name: { key: NAME, shown: NAME, type: 'text' },
  created_at: { key: 'created_at', shown: 'created_at::text', type: 'timestamptz' },
} as const;

interface Built<Row extends object> {
  statement: Statement<Row>;
  values: unknown[];
}

/** People as admins list them. `position` is the value of the sort column. */
export function listStatement<Row extends object>(
  filter: AdminUserFilterQuery,
  after: UserPosition | undefined,
  limit: number,
): Built<Row> {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const { sort = 'name' } = filter;
  const { key, shown, type } = SORTS[columnOf(sort)];
  const [behind, order] = sort.startsWith('-') ? ['<', 'desc'] : ['>', 'asc'];
  const conditions = filterConditions(filter, bind);
  if (after) conditions.push(`(${key}, id) ${behind} (${bind(after[0])}::${type}, ${bind(after[1])}::int)`);
  const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
  const text = `select ${COLUMNS}, ${shown} as position from users ${where}
    order by ${key} ${order}, id ${order} limit ${bind(limit)}`;
  return { statement: unnamed<Row>(text), values };
}

const columnOf = (sort: AdminUserSort) => sort.replace('-', '') as keyof typeof SORTS;

function filterConditions(filter: AdminUserFilterQuery, bind: (value: unknown) => string): string[] {
  const { q, created_after: since, created_before: until } = filter;
  const traits = traitsOf(filter);
  return [
    traits.length < 16 && `${TRAITS} = any(${bind(traits)}::int[])`,
    q && `${WORDS} like lower(${bind(patternOf(q))})`,
    since && `created_at >= ${bind(since)}`,
    until && `created_at < ${bind(until)}`,
  ].filter((condition) => typeof condition === 'string' && condition !== '') as string[];
}

/** All combinations of the four yes-or-no questions that the filter leaves. */
function traitsOf({ role, is_active, is_email_verified, has_two_factor }: AdminUserFilterQuery): number[] {
  const wanted: [bit: number, is: boolean | undefined][] = [
    [8, role && role === 'admin'],
    [4, is_active],
    [2, is_email_verified],
    [1, has_two_factor],
  ];
  return Array.from({ length: 16 }, (_, traits) => traits).filter((traits) =>
    wanted.every(([bit, is]) => is === undefined || ((traits & bit) !== 0) === is),
  );
}

/** Three letters and more are found anywhere, fewer where a word begins: the index knows words by threes. */
function patternOf(q: string): string {
  const literal = q.replace(/[\\%_]/g, '\\$&');
  return [...q].length < 3 ? `% ${literal}%` : `%${literal}%`;
}
