import { Injectable } from '@nestjs/common';
import { type AuditEntry, LIMITS, type Page } from '@ticketing/contracts';
import type { Actor } from '../platform/access/actor.js';
import { type CsvTable, csvTable } from '../platform/csv/csv-table.js';
import { keysetPages } from '../platform/csv/keyset-pages.js';
import { Cursors, cutPage } from '../platform/http/paging.js';
import { UserDirectory } from '../users/index.js';
import type { AuditRow } from './audit-row.js';
import { AuditTitles } from './audit-titles.js';
import { AUDIT_COLUMNS } from './audit-columns.js';
import { peopleOf, presentAuditEntry } from './audit.presenter.js';
import { objectNeedsModel } from './audit.problems.js';
import { type AuditPosition, AuditRepository } from './audit.repository.js';
import type { AuditFilterQuery, ReadAuditLogQuery } from './dto/read-audit-log.query.js';

/** The route asked for the role: admins see everything here, internal notes included. */
@Injectable()
export class AuditService {
  constructor(
    private readonly repository: AuditRepository,
    private readonly titles: AuditTitles,
    private readonly directory: UserDirectory,
    private readonly cursors: Cursors,
  ) {}

  /** @throws ProblemError 400 for an object without its kind */
  async list(actor: Actor, query: ReadAuditLogQuery): Promise<Page<AuditEntry>> {
    const { limit = LIMITS.page.standard, cursor, ...filter } = query;
    requireKindOfObject(filter);
    const list = { list: 'audit-log', actor: actor.id, filter };
    const after = this.cursors.read(list, cursor) as AuditPosition | undefined;
    const found = await this.repository.list(filter, after, limit + 1);
    const { rows, next } = cutPage(found, limit, positionOf);
    return {
      results: await this.present(rows),
      next_cursor: next && this.cursors.write(list, next),
      total: null,
      total_at_least: rows.length,
    };
  }

  /** The same as a file, without an end of its pages. @throws ProblemError 400 */
  export(filter: AuditFilterQuery): CsvTable {
    requireKindOfObject(filter);
    const rows = keysetPages(
      (after: AuditPosition | undefined, most) => this.repository.list(filter, after, most),
      positionOf,
    );
    return csvTable('audit-log', AUDIT_COLUMNS, this.presented(rows));
  }

  private async *presented(pages: AsyncGenerator<AuditRow[]>): AsyncGenerator<AuditEntry[]> {
    for await (const rows of pages) yield await this.present(rows);
  }

  private async present(rows: AuditRow[]): Promise<AuditEntry[]> {
    const [people, titles] = await Promise.all([
      this.directory.known(rows.flatMap(peopleOf)),
      this.titles.of(rows),
    ]);
    return rows.map((row) => presentAuditEntry(row, people, titles));
  }
}

const positionOf = ({ moment, id }: AuditRow): AuditPosition => [moment, id];

function requireKindOfObject({ object, model }: AuditFilterQuery): void {
  if (object !== undefined && model?.length !== 1) throw objectNeedsModel();
}
