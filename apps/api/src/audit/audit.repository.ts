import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { AuditRow } from './audit-row.js';
import { BY_ACTOR, OF_ALL, OF_OBJECT } from './audit.statement.js';
import type { AuditFilterQuery } from './dto/read-audit-log.query.js';

/** Where a page begins: behind this moment, and of that moment behind this id. */
export type AuditPosition = [moment: string, id: number];

/** Reads events; there is no statement here, or elsewhere in the product, that changes or deletes one. */
@Injectable()
export class AuditRepository {
  constructor(private readonly database: Database) {}

  /** Newest first. @param filter with exactly one model when it has an object */
  list(filter: AuditFilterQuery, after: AuditPosition | undefined, limit: number): Promise<AuditRow[]> {
    const { model = null, object, actor = null, type = null } = filter;
    const page = within(filter, after);
    if (object !== undefined) {
      return this.database.rows(OF_OBJECT, [...page, model![0], type, limit, object, actor]);
    }
    const values = [...page, model, type, limit];
    return actor === null
      ? this.database.rows(OF_ALL, values)
      : this.database.rows(BY_ACTOR, [...values, actor]);
  }
}

/** From the newest that is wanted to the oldest. */
function within(
  { created_after: since = '-infinity', created_before: until = 'infinity' }: AuditFilterQuery,
  after: AuditPosition = [until, 0],
): unknown[] {
  return [...after, since];
}
