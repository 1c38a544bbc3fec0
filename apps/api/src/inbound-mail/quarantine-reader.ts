import { Injectable } from '@nestjs/common';
import { LIMITS, type InboundMailSummary, type InboundMailView, type Page } from '@ticketing/contracts';
import type { Actor } from '../platform/access/actor.js';
import { type CsvTable, csvTable } from '../platform/csv/csv-table.js';
import { keysetPages } from '../platform/csv/keyset-pages.js';
import { Cursors, cutPage } from '../platform/http/paging.js';
import { UserDirectory } from '../users/index.js';
import type { FilterMailsQuery, ListMailsQuery } from './dto/list-mails.query.js';
import { mailNotFound } from './inbound-mail.problems.js';
import { InboundMailsRepository, type MailRow } from './inbound-mails.repository.js';
import { MAIL_COLUMNS } from './mail-columns.js';
import { type People, peopleOfMails, presentMail, presentMailSummary } from './quarantine.presenter.js';

/** Everything that reads mails that arrived. Admins only: routes say so. */
@Injectable()
export class QuarantineReader {
  constructor(
    private readonly mails: InboundMailsRepository,
    private readonly directory: UserDirectory,
    private readonly cursors: Cursors,
  ) {}

  /** Newest first. */
  async list(actor: Actor, query: ListMailsQuery): Promise<Page<InboundMailSummary>> {
    const { limit = LIMITS.page.standard, cursor, state = ['quarantined'], ...others } = query;
    const filter = { state, ...others };
    const list = { list: 'inbound-mails', actor: actor.id, filter };
    const [beforeId] = this.cursors.read(list, cursor) ?? [LIMITS.id.max];
    const found = await this.mails.list(filter, Number(beforeId), limit + 1);
    const { rows, next } = cutPage(found, limit, ({ id }) => [id]);
    const people = await this.peopleOf(rows);
    return {
      results: rows.map((row) => presentMailSummary(row, people)),
      next_cursor: next && this.cursors.write(list, next),
      total: null,
      total_at_least: rows.length,
    };
  }

  /** The same list as a file, without an end of its pages. */
  export({ state = ['quarantined'], ...others }: FilterMailsQuery): CsvTable {
    const pages = keysetPages(
      (beforeId: number = LIMITS.id.max, rows) => this.mails.list({ state, ...others }, beforeId, rows),
      ({ id }) => id,
    );
    return csvTable('quarantine', MAIL_COLUMNS, this.presented(pages));
  }

  /** @throws ProblemError 404 */
  async read(id: number): Promise<InboundMailView> {
    const row = await this.mails.find(id);
    if (!row) throw mailNotFound();
    return presentMail(row, await this.peopleOf([row]));
  }

  /** The bytes as they came. @throws ProblemError 404, also once they are deleted */
  async source(id: number): Promise<Buffer> {
    const raw = (await this.mails.findRaw(id))?.raw;
    if (!raw) throw mailNotFound();
    return raw;
  }

  private async *presented(pages: AsyncIterable<MailRow[]>): AsyncGenerator<InboundMailSummary[]> {
    for await (const rows of pages) {
      const people = await this.peopleOf(rows);
      yield rows.map((row) => presentMailSummary(row, people));
    }
  }

  private async peopleOf(rows: MailRow[]): Promise<People> {
    return this.directory.known(peopleOfMails(rows));
  }
}
