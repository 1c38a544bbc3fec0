import { Injectable } from '@nestjs/common';
import { INTEGRATION_LIMITS, LIMITS } from '@ticketing/contracts';
import { Database, rowsIn, type Tx } from '../platform/database/database.js';
import { named } from '../platform/database/statement.js';
import type { IntegrationCallEntity } from './integration-call.entity.js';

export type NewCall = Omit<IntegrationCallEntity, 'id' | 'triedAt'>;

/** A call with how its delivery stands now; null when it has none. */
export interface CallRow extends IntegrationCallEntity {
  tries: number | null;
  nextTryAt: Date | null;
  doneAt: Date | null;
  deadAt: Date | null;
}

const SELECT = `select c.id, c.integration_id as "integrationId", c.delivery_row_id as "deliveryRowId",
    c.delivery_id as "deliveryId", c.event_type as "eventType", c.ticket_id as "ticketId", c.tried_at as "triedAt",
    c.request, c.status, c.answer, c.error, c.duration_ms as "durationMs",
    d.tries, d.next_try_at as "nextTryAt", d.done_at as "doneAt", d.dead_at as "deadAt"
  from integration_calls c left join deliveries d on d.id = c.delivery_row_id`;

const LIST = named<CallRow>(
  'integration-calls.list',
  `${SELECT} where c.integration_id = $1 and c.id < $2 order by c.id desc limit $3`,
);

const FIND = named<CallRow>('integration-calls.find', `${SELECT} where c.integration_id = $1 and c.id = $2`);

const COUNT = named<{ count: number }>(
  'integration-calls.count',
  `select count(*)::int as count from
     (select 1 from integration_calls where integration_id = $1 limit ${LIMITS.exactTotal + 1}) kept`,
);

const INSERT = named(
  'integration-calls.insert',
  `insert into integration_calls (integration_id, delivery_row_id, delivery_id, event_type, ticket_id, request, status,
     answer, error, duration_ms)
   select i.id, (select d.id from deliveries d where d.id = $2), $3, $4, $5, $6, $7, $8, $9, $10
     from integrations i where i.id = $1`,
);

/** From its first try on, under the same id. */
const REVIVE = named<{ id: string }>(
  'integration-calls.revive',
  `update deliveries set tries = 0, done_at = null, dead_at = null, last_error = null, next_try_at = now(),
     rung_at = null, leased_until = null
    where id = $1 and (done_at is not null or dead_at is not null) returning id`,
);

const FORGET = named<{ id: number }>(
  'integration-calls.forget',
  `delete from integration_calls where id in
     (select id from integration_calls where tried_at < now() - interval '${INTEGRATION_LIMITS.callDays} days'
       order by tried_at limit $1)
   returning id`,
);

/** All SQL about the log of calls. */
@Injectable()
export class CallsRepository {
  constructor(private readonly database: Database) {}

  /** Newest first, from the one before `beforeId`. */
  list(integrationId: number, beforeId: number, limit: number): Promise<CallRow[]> {
    return this.database.rows(LIST, [integrationId, beforeId, limit]);
  }

  async count(integrationId: number): Promise<number> {
    const [row] = await this.database.rows(COUNT, [integrationId]);
    return row!.count;
  }

  async find(integrationId: number, id: number): Promise<CallRow | undefined> {
    const [row] = await this.database.rows(FIND, [integrationId, id]);
    return row;
  }

  /** Of an integration that was deleted meanwhile nothing is kept. */
  async insert(tx: Tx, call: NewCall): Promise<void> {
    const { integrationId, deliveryRowId, deliveryId, eventType, ticketId, request } = call;
    const about = [integrationId, deliveryRowId, deliveryId, eventType, ticketId, JSON.stringify(request)];
    await rowsIn(tx, INSERT, [...about, call.status, call.answer, call.error, call.durationMs]);
  }

  /** Makes a delivery that is over due again. @returns false when it is not over */
  async revive(tx: Tx, deliveryRowId: string): Promise<boolean> {
    return (await rowsIn(tx, REVIVE, [deliveryRowId])).length === 1;
  }

  /** @returns how many were old enough */
  async forgetOld(most: number): Promise<number> {
    return (await this.database.rows(FORGET, [most])).length;
  }
}
