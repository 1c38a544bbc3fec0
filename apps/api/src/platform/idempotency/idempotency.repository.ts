import { Injectable } from '@nestjs/common';
import { Database, rowsIn, type Tx } from '../database/database.js';
import { named } from '../database/statement.js';

/** A key of a person, for one request. */
export interface Claim {
  actorId: number;
  key: string;
  requestHash: Buffer;
}

/** What was answered the first time. */
export interface KeptAnswer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

export interface EarlierUse {
  requestHash: Buffer;
  isCommitted: boolean;
  answer: KeptAnswer | null;
}

/** A request that neither committed nor was given up in this time died with its process; it may be repeated. */
const ABANDONED = `interval '60 seconds'`;
const KEPT = `interval '24 hours'`;

/** Takes the key when it is new, older than what is kept, or abandoned. */
const CLAIM = named<{ key: string }>(
  'idempotency.claim',
  `insert into idempotency_keys as k (actor_id, key, request_hash) values ($1, $2, $3)
   on conflict (actor_id, key) do update
     set request_hash = excluded.request_hash, claimed_at = now(), committed_at = null,
         status = null, headers = null, body = null
     where k.claimed_at < now() - ${KEPT}
        or (k.committed_at is null and k.status is null and k.claimed_at < now() - ${ABANDONED}
            and k.request_hash = excluded.request_hash)
   returning key`,
);

const READ = named<EarlierUse>(
  'idempotency.read',
  `select request_hash as "requestHash", committed_at is not null as "isCommitted",
          case when status is not null
            then jsonb_build_object('status', status, 'headers', headers, 'body', body) end as answer
     from idempotency_keys where actor_id = $1 and key = $2`,
);

const COMMIT = named<{ key: string }>(
  'idempotency.commit',
  `update idempotency_keys set committed_at = now()
    where actor_id = $1 and key = $2 and request_hash = $3 and committed_at is null returning key`,
);

const RECORD = named(
  'idempotency.record',
  `insert into idempotency_keys (actor_id, key, request_hash, committed_at) values ($1, $2, $3, now())`,
);

const KEEP = named(
  'idempotency.keep',
  `update idempotency_keys set status = $3, headers = $4, body = $5 where actor_id = $1 and key = $2`,
);

const GIVE_UP = named(
  'idempotency.give-up',
  `delete from idempotency_keys where actor_id = $1 and key = $2 and committed_at is null`,
);

const FORGET = named(
  'idempotency.forget-old',
  `delete from idempotency_keys where (actor_id, key) in
     (select actor_id, key from idempotency_keys where claimed_at < now() - ${KEPT} order by claimed_at limit 10)`,
);

/** All SQL about used keys. */
@Injectable()
export class IdempotencyRepository {
  constructor(private readonly database: Database) {}

  /** @returns whether the key is now this request's */
  async claim({ actorId, key, requestHash }: Claim): Promise<boolean> {
    await this.database.rows(FORGET); // a few at each use: no job is needed to keep the table small
    return (await this.database.rows(CLAIM, [actorId, key, requestHash])).length === 1;
  }

  async read({ actorId, key }: Pick<Claim, 'actorId' | 'key'>): Promise<EarlierUse | undefined> {
    const [use] = await this.database.rows(READ, [actorId, key]);
    return use;
  }

  /** @returns false when another request took the key over: this one must not happen */
  async commit(tx: Tx, { actorId, key, requestHash }: Claim): Promise<boolean> {
    return (await rowsIn(tx, COMMIT, [actorId, key, requestHash])).length === 1;
  }

  /** A key whose answer is not kept, in the transaction of the write: of one that makes the actor. */
  async record(tx: Tx, { actorId, key, requestHash }: Claim): Promise<void> {
    await rowsIn(tx, RECORD, [actorId, key, requestHash]);
  }

  async keep({ actorId, key }: Claim, { status, headers, body }: KeptAnswer): Promise<void> {
    await this.database.rows(KEEP, [actorId, key, status, JSON.stringify(headers), JSON.stringify(body)]);
  }

  async giveUp({ actorId, key }: Claim): Promise<void> {
    await this.database.rows(GIVE_UP, [actorId, key]);
  }
}
