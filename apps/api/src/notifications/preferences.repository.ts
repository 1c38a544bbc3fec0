import { Injectable } from '@nestjs/common';
import type { NotificationPreference } from '@ticketing/contracts';
import { Database, rowsIn, type Tx } from '../platform/database/database.js';
import { named } from '../platform/database/statement.js';
import { IS_ON_BY_DEFAULT } from './notification-matrix.js';

const LIST = named<NotificationPreference>(
  'notification-preferences.list',
  `select kind, channel, enabled from notification_preferences where user_id = $1`,
);

const KEEP = named(
  'notification-preferences.keep',
  `insert into notification_preferences (user_id, kind, channel, enabled)
   select $1, * from unnest($2::text[], $3::text[], $4::boolean[])
   on conflict (user_id, kind, channel) do update set enabled = excluded.enabled`,
);

const DROP_DEFAULTS = named(
  'notification-preferences.drop-defaults',
  `delete from notification_preferences where user_id = $1 and enabled = $2`,
);

/** All SQL about preferences: only what differs from the default is kept. */
@Injectable()
export class PreferencesRepository {
  constructor(private readonly database: Database) {}

  list(userId: number): Promise<NotificationPreference[]> {
    return this.database.rows(LIST, [userId]);
  }

  /** @param preferences each cell once */
  async save(tx: Tx, userId: number, preferences: NotificationPreference[]): Promise<void> {
    const kinds = preferences.map(({ kind }) => kind);
    const channels = preferences.map(({ channel }) => channel);
    await rowsIn(tx, KEEP, [userId, kinds, channels, preferences.map(({ enabled }) => enabled)]);
    await rowsIn(tx, DROP_DEFAULTS, [userId, IS_ON_BY_DEFAULT]);
  }
}
