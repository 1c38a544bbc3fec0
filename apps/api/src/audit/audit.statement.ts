import { named, type Statement } from '../platform/database/statement.js';
import type { AuditRow } from './audit-row.js';

/**
 * Entries of one kind of event stand in an index by time. However rare or common what is asked for is, a page costs a
 * step into that index for each kind that there is: the kinds are found by leaping from one to the next, and of each
 * the first rows behind the cursor are merged. No list of types in the code, and no filter that walks.
 *
 * Values: 1 and 2 the cursor, 3 `created_after`, 4 models, 5 types, 6 limit, 7 actor or object.
 */
const leaping = (mine: string) => `with recursive kinds(model, type) as (
  (select e.object_model, e.type from events e where e.object_model is not null ${mine}
    order by e.object_model, e.type limit 1)
  union all
  select n.object_model, n.type from kinds k cross join lateral
    (select e.object_model, e.type from events e
      where e.object_model is not null ${mine} and (e.object_model, e.type) > (k.model, k.type)
      order by e.object_model, e.type limit 1) n
)`;

const BEHIND_CURSOR = `(e.created_at, e.id) < ($1::timestamptz, $2::bigint) and e.created_at >= $3::timestamptz`;
const NEWEST_FIRST = (table: string) => `order by ${table}.created_at desc, ${table}.id desc limit $6::int`;

const ROWS = `select e.id::int as id, e.type, e.actor_id as "actorId", e.object_model as model, e.object_id as "objectId",
  e.data, e.created_at as "createdAt", e.created_at::text as moment`;

const byKind = (mine: string) => `${leaping(mine)}, found as (
  select h.id, h.created_at
    from kinds k cross join lateral
      (select e.id, e.created_at from events e
        where e.object_model = k.model and e.type = k.type ${mine} and ${BEHIND_CURSOR} ${NEWEST_FIRST('e')}) h
   where ($4::text[] is null or k.model = any($4)) and ($5::text[] is null or k.type = any($5))
   ${NEWEST_FIRST('h')}
)
${ROWS} from found f join events e on e.id = f.id order by f.created_at desc, f.id desc`;

export const OF_ALL: Statement<AuditRow> = named('audit.all', byKind(''));

export const BY_ACTOR: Statement<AuditRow> = named('audit.by-actor', byKind('and e.actor_id = $7::int'));

/** One thing has a history that people made: it is short, and read as it is. */
export const OF_OBJECT: Statement<AuditRow> = named(
  'audit.of-object',
  `${ROWS} from events e
    where e.object_model = $4::text and e.object_id = $7::int and ${BEHIND_CURSOR}
      and ($5::text[] is null or e.type = any($5)) and ($8::int is null or e.actor_id = $8)
    ${NEWEST_FIRST('e')}`,
);
