import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { named } from '../platform/database/statement.js';

const USE = named<{ id: string }>(
  'used-downloads.use',
  `insert into used_downloads (id, expires_at) values ($1, $2) on conflict (id) do nothing returning id`,
);

const FORGET = named('used-downloads.forget', `delete from used_downloads where expires_at < now()`);

/** Which links were used, for all processes. */
@Injectable()
export class UsedDownloadsRepository {
  constructor(private readonly database: Database) {}

  /** @returns false for whoever comes second */
  async use(id: string, expiresAt: Date): Promise<boolean> {
    return (await this.database.rows(USE, [id, expiresAt])).length === 1;
  }

  async forgetExpired(): Promise<void> {
    await this.database.rows(FORGET);
  }
}
