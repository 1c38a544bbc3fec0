import { Injectable } from '@nestjs/common';
import type { IntegrationKind } from '@ticketing/contracts';
import { Database, rowsIn, type Tx } from '../platform/database/database.js';
import { named } from '../platform/database/statement.js';
import { IntegrationEntity } from './integration.entity.js';

export type NewIntegration = Pick<IntegrationEntity, 'kind' | 'name' | 'settings' | 'events'>;
export type SealedSecret = Pick<
  IntegrationEntity,
  'secret' | 'secretHint' | 'previousSecret' | 'previousSecretUntil'
>;

const COLUMNS = `id, kind, name, settings, events, secret, secret_hint as "secretHint",
  previous_secret as "previousSecret", previous_secret_until as "previousSecretUntil", is_active as "isActive",
  disabled_at as "disabledAt", disabled_reason as "disabledReason", failing_since as "failingSince",
  last_failed_at as "lastFailedAt", created_at as "createdAt", updated_at as "updatedAt", version`;

const LIST = named<IntegrationEntity>('integrations.list', `select ${COLUMNS} from integrations order by id`);
const FIND = named<IntegrationEntity>(
  'integrations.find',
  `select ${COLUMNS} from integrations where id = $1`,
);
const LOCK = named<IntegrationEntity>(
  'integrations.lock',
  `select ${COLUMNS} from integrations where id = $1 for update`,
);

const LISTENING = named<{ id: number }>(
  'integrations.listening',
  `select id from integrations where is_active and $1 = any(events) order by id`,
);

const ACTIVE_OF_KIND = named<IntegrationEntity>(
  'integrations.active-of-kind',
  `select ${COLUMNS} from integrations where is_active and kind = $1 order by id`,
);

const INSERT = named<{ id: number }>(
  'integrations.insert',
  `insert into integrations (kind, name, settings, events) values ($1, $2, $3, $4) returning id`,
);

const SAVE = named(
  'integrations.save',
  `update integrations set name = $2, settings = $3, events = $4, is_active = $5, disabled_at = $6,
     disabled_reason = $7, failing_since = $8, updated_at = now(), version = version + 1 where id = $1`,
);

const SET_SECRET = named(
  'integrations.set-secret',
  `update integrations set secret = $2, secret_hint = $3, previous_secret = $4, previous_secret_until = $5
    where id = $1`,
);

const REMOVE = named('integrations.remove', `delete from integrations where id = $1`);

const WORKS = named(
  'integrations.works',
  `update integrations set failing_since = null where id = $1 and failing_since is not null`,
);

/**
 * So long without a success, and nobody waits for it any more. After hours in which nothing was tried it begins anew:
 * tries of one delivery are an hour apart at most.
 */
const FAILS = named<{ isTooLong: boolean }>(
  'integrations.fails',
  `update integrations set last_failed_at = now(), failing_since =
     case when last_failed_at > now() - interval '6 hours' then coalesce(failing_since, now()) else now() end
    where id = $1
   returning failing_since < now() - interval '24 hours' as "isTooLong"`,
);

const DISABLE = named<{ id: number }>(
  'integrations.disable',
  `update integrations set is_active = false, disabled_at = now(), disabled_reason = $2, updated_at = now(),
     version = version + 1 where id = $1 and is_active returning id`,
);

const ACTIVE_ADMINS = named<{ id: number }>(
  'integrations.admins',
  `select id from users where role = 'admin' and is_active order by id`,
);

/** All SQL about integrations themselves. */
@Injectable()
export class IntegrationsRepository {
  constructor(private readonly database: Database) {}

  list(): Promise<IntegrationEntity[]> {
    return this.database.rows(LIST);
  }

  async find(id: number): Promise<IntegrationEntity | undefined> {
    const [row] = await this.database.rows(FIND, [id]);
    return row;
  }

  async lock(tx: Tx, id: number): Promise<IntegrationEntity | undefined> {
    const [row] = await rowsIn(tx, LOCK, [id]);
    return row;
  }

  /** Those that are switched on and want to hear of it. */
  async listening(eventType: string): Promise<number[]> {
    return (await this.database.rows(LISTENING, [eventType])).map(({ id }) => id);
  }

  activeOfKind(kind: IntegrationKind): Promise<IntegrationEntity[]> {
    return this.database.rows(ACTIVE_OF_KIND, [kind]);
  }

  async insert(tx: Tx, { kind, name, settings, events }: NewIntegration): Promise<number> {
    const [row] = await rowsIn(tx, INSERT, [kind, name, JSON.stringify(settings), events]);
    return row!.id;
  }

  /** The row must be locked. */
  async save(tx: Tx, row: IntegrationEntity): Promise<void> {
    const state = [row.isActive, row.disabledAt, row.disabledReason, row.failingSince];
    await rowsIn(tx, SAVE, [row.id, row.name, JSON.stringify(row.settings), row.events, ...state]);
  }

  async setSecret(tx: Tx, id: number, sealed: SealedSecret): Promise<void> {
    const { secret, secretHint, previousSecret, previousSecretUntil } = sealed;
    await rowsIn(tx, SET_SECRET, [id, secret, secretHint, previousSecret, previousSecretUntil]);
  }

  async remove(tx: Tx, id: number): Promise<void> {
    await rowsIn(tx, REMOVE, [id]);
  }

  async noteSuccess(tx: Tx, id: number): Promise<void> {
    await rowsIn(tx, WORKS, [id]);
  }

  /** @returns whether it has failed for a day without a success */
  async noteFailure(tx: Tx, id: number): Promise<boolean> {
    const [row] = await rowsIn(tx, FAILS, [id]);
    return row?.isTooLong ?? false;
  }

  /** @returns false when it was off, or is gone */
  async disable(tx: Tx, id: number, reason: string): Promise<boolean> {
    return (await rowsIn(tx, DISABLE, [id, reason])).length === 1;
  }

  async activeAdmins(): Promise<number[]> {
    return (await this.database.rows(ACTIVE_ADMINS)).map(({ id }) => id);
  }
}
