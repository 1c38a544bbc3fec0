import { Injectable } from '@nestjs/common';
import type { AuditModel } from '@ticketing/contracts';
import { Database } from '../platform/database/database.js';
import { named, type Statement } from '../platform/database/statement.js';
import type { AuditRow } from './audit-row.js';

interface Titled {
  id: number;
  title: string;
}

/** What things are called, for admins: deleted ones, too, as long as they are kept. */
const STATEMENTS: Partial<Record<AuditModel, Statement<Titled>>> = {
  tickets: named(
    'audit.ticket-titles',
    `select id, '#' || id || ' ' || title as title from tickets where id = any($1::int[])`,
  ),
  comments: named(
    'audit.comment-titles',
    `select id, 'Comment on #' || ticket_id as title from ticket_comments where id = any($1::int[])`,
  ),
  users: named(
    'audit.user-titles',
    `select id, trim(first_name || ' ' || last_name) as title from users where id = any($1::int[])`,
  ),
  templates: named(
    'audit.template-titles',
    `select id, name as title from ticket_templates where id = any($1::int[])`,
  ),
  tags: named('audit.tag-titles', `select id, name as title from tags where id = any($1::int[])`),
  integrations: named(
    'audit.integration-titles',
    `select id, name as title from integrations where id = any($1::int[])`,
  ),
  jobs: named(
    'audit.job-titles',
    `select id::int as id, handler as title from deliveries where id = any($1::int[])`,
  ),
  quarantine: named(
    'audit.mail-titles',
    `select id, subject as title from inbound_mails where id = any($1::int[])`,
  ),
};

/** Titles of everything that a page is about: one query for each kind of thing on it. */
@Injectable()
export class AuditTitles {
  constructor(private readonly database: Database) {}

  async of(rows: AuditRow[]): Promise<KnownTitles> {
    const kinds = [...Map.groupBy(rows, ({ model }) => model)];
    const found = await Promise.all(
      kinds.map(async ([model, of]) => [model, await this.titles(model, of)] as const),
    );
    return new KnownTitles(new Map(found));
  }

  private async titles(model: AuditModel, rows: AuditRow[]): Promise<Map<number, string>> {
    const statement = STATEMENTS[model];
    if (!statement) return new Map();
    const ids = [...new Set(rows.map(({ objectId }) => objectId))];
    const found = await this.database.rows(statement, [ids]);
    return new Map(found.map(({ id, title }) => [id, title]));
  }
}

/** The titles that one answer mentions. */
export class KnownTitles {
  constructor(private readonly known: ReadonlyMap<AuditModel, ReadonlyMap<number, string>>) {}

  /** As it is called now; else as the entry remembers it. */
  of({ model, objectId, data }: Pick<AuditRow, 'model' | 'objectId' | 'data'>): string | null {
    return this.known.get(model)?.get(objectId) || (data as { name?: string }).name || null;
  }
}
