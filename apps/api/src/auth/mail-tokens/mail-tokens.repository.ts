import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, rowsIn, type Tx } from '../../platform/database/database.js';
import { named } from '../../platform/database/statement.js';
import { MailTokenEntity, type MailTokenPurpose } from './mail-token.entity.js';

/** A mailed link is good for this long. */
const LIFE = `interval '1 hour'`;

const USE = named<{ userId: number }>(
  'mail-tokens.use',
  `update mail_tokens set used_at = now()
    where id = $1 and purpose = $2 and used_at is null and created_at > now() - ${LIFE}
   returning user_id as "userId"`,
);

const VOID = named<{ id: string }>(
  'mail-tokens.void',
  `update mail_tokens set used_at = now() where user_id = $1 and used_at is null`,
);

const RECENT = named<{ count: number }>(
  'mail-tokens.recent',
  `select count(*)::int as count from mail_tokens
    where user_id = $1 and purpose = $2 and created_at > now() - interval '1 hour'`,
);

const USABLE = named<Pick<MailTokenEntity, 'id' | 'userId' | 'purpose'>>(
  'mail-tokens.usable',
  `select id, user_id as "userId", purpose from mail_tokens
    where id = $1 and used_at is null and created_at > now() - ${LIFE}`,
);

/** All SQL about mailed links. */
@Injectable()
export class MailTokensRepository {
  constructor(private readonly database: Database) {}

  async findUsable(id: string): Promise<Pick<MailTokenEntity, 'id' | 'userId' | 'purpose'> | undefined> {
    const [token] = await this.database.rows(USABLE, [id]);
    return token;
  }

  /** @returns the id of the new link */
  async insert(tx: Tx, userId: number, purpose: MailTokenPurpose): Promise<string> {
    const id = randomUUID();
    await tx.insert(MailTokenEntity, { id, userId, purpose });
    return id;
  }

  /** Uses it up. @returns whose it is; undefined when it is used, too old or for something else */
  async use(tx: Tx, id: string, purpose: MailTokenPurpose): Promise<number | undefined> {
    const [row] = await rowsIn(tx, USE, [id, purpose]);
    return row?.userId;
  }

  async voidAll(tx: Tx, userId: number): Promise<void> {
    await rowsIn(tx, VOID, [userId]);
  }

  /** Links of the last hour. */
  async countRecent(tx: Tx, userId: number, purpose: MailTokenPurpose): Promise<number> {
    const [row] = await rowsIn(tx, RECENT, [userId, purpose]);
    return row!.count;
  }
}
