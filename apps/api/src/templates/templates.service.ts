import { Injectable } from '@nestjs/common';
import {
  LIMITS,
  type Page,
  type TemplateList,
  type TemplateView,
  type TicketTemplateList,
} from '@ticketing/contracts';
import type { Actor } from '../platform/access/actor.js';
import { Database, type Tx } from '../platform/database/database.js';
import { type DomainEvent, EventLog } from '../platform/events/event-log.js';
import { requireVersion, type VersionCheck } from '../platform/http/if-match.js';
import { Cursors, cutPage } from '../platform/http/paging.js';
import { Log } from '../platform/logging/log.js';
import type { ListTemplatesQuery } from './dto/list-templates.query.js';
import type { CreateTemplateDto, UpdateTemplateDto } from './dto/write-template.dto.js';
import type { TemplateEntity } from './template.entity.js';
import { templateCreated, templateDeleted, templateEdited, templateRestored } from './template.events.js';
import { presentForForm, presentTemplate } from './template.presenter.js';
import { tooManyTemplates, unknownTemplates } from './template.problems.js';
import { type TemplateRow, TemplatesRepository } from './templates.repository.js';

/** What new tickets can start from: read by everybody, written by admins. */
@Injectable()
export class TemplatesService {
  constructor(
    private readonly database: Database,
    private readonly repository: TemplatesRepository,
    private readonly events: EventLog,
    private readonly cursors: Cursors,
    private readonly log: Log,
  ) {}

  async offered(): Promise<TicketTemplateList> {
    return { results: (await this.repository.active()).map(presentForForm) };
  }

  async list(actor: Actor, query: ListTemplatesQuery): Promise<Page<TemplateView>> {
    const { limit = LIMITS.page.standard, cursor, ...filter } = query;
    const list = { list: 'templates', actor: actor.id, filter };
    const [position = 0, id = 0] = (this.cursors.read(list, cursor) ?? []).map(Number);
    const found = await this.repository.list(filter, [position, id], limit + 1);
    const { rows, next } = cutPage(found, limit, (row) => [row.position, row.id]);
    return {
      results: rows.map(presentTemplate),
      next_cursor: next && this.cursors.write(list, next),
      total: null,
      total_at_least: rows.length,
    };
  }

  async read(id: number): Promise<TemplateView> {
    return presentTemplate(await this.repository.get(id));
  }

  /** @throws ProblemError 409 when the name is taken, or there are enough */
  create(actor: Actor, body: CreateTemplateDto): Promise<TemplateView> {
    const { name, title = '', description = '', category, priority, is_active: isActive = true } = body;
    return this.write('template created', async (tx, now) => {
      await this.makeRoom(tx);
      const content = { name, title, description, category, priority, isActive };
      const template = await this.repository.insert(tx, content, now);
      return [template, templateCreated(actor, template)];
    });
  }

  /** @throws ProblemError 404, 409 when the name is taken, 412 */
  update(actor: Actor, id: number, body: UpdateTemplateDto, version: VersionCheck): Promise<TemplateView> {
    const { is_active: isActive, ...texts } = body;
    return this.write('template changed', async (tx, now) => {
      const template = await this.repository.lock(tx, id, 'not deleted');
      requireVersion(version, template.version);
      const changes = template.edit({ ...texts, ...(isActive !== undefined && { isActive }) }, now);
      if (changes.length === 0) return [template];
      await this.repository.save(tx, template);
      return [template, templateEdited(actor, template, changes)];
    });
  }

  /** Offers it to nobody; `restore` brings it back. @throws ProblemError 404 */
  async remove(actor: Actor, id: number): Promise<void> {
    await this.write('template deleted', async (tx, now) => {
      const template = await this.repository.lock(tx, id, 'not deleted');
      template.delete(now);
      await this.repository.save(tx, template);
      return [template, templateDeleted(actor, template)];
    });
  }

  /** @throws ProblemError 404; 409 when another one has its name by now, or there are enough */
  restore(actor: Actor, id: number): Promise<TemplateView> {
    return this.write('template restored', async (tx, now) => {
      const template = await this.repository.lock(tx, id, 'deleted');
      await this.makeRoom(tx);
      template.restore(now);
      await this.repository.save(tx, template);
      return [template, templateRestored(actor, template)];
    });
  }

  /** These first, all others behind them as they were. @throws ProblemError 400 for one that is not there */
  async reorder(actor: Actor, ids: number[]): Promise<TemplateList> {
    const results = await this.database.transaction(async (tx) => {
      await this.repository.lockOrder(tx);
      const before = await this.repository.all(tx);
      const known = new Set(before.map(({ id }) => id));
      if (!ids.every((id) => known.has(id))) throw unknownTemplates();
      const rest = before.map(({ id }) => id).filter((id) => !ids.includes(id));
      await this.repository.reorder(tx, [...ids, ...rest]);
      const after = await this.repository.all(tx);
      for (const event of moves(actor, before, after)) await this.events.append(tx, event);
      return after;
    });
    this.log.info('templates reordered', { first: ids[0] });
    return { results: results.map(presentTemplate) };
  }

  private async makeRoom(tx: Tx): Promise<void> {
    await this.repository.lockOrder(tx);
    if (!(await this.repository.hasRoom(tx))) throw tooManyTemplates();
  }

  private async write(
    what: string,
    act: (tx: Tx, now: Date) => Promise<[TemplateEntity, DomainEvent?]>,
  ): Promise<TemplateView> {
    const template = await this.database.transaction(async (tx) => {
      const [written, event] = await act(tx, new Date());
      if (event) await this.events.append(tx, event);
      return written;
    });
    this.log.info(what, { templateId: template.id });
    return presentTemplate(template);
  }
}

/** One event for each that stands elsewhere now. */
function moves(actor: Actor, before: TemplateRow[], after: TemplateRow[]): DomainEvent[] {
  const old = new Map(before.map(({ id, position }) => [id, position]));
  return after
    .filter(({ id, position }) => old.get(id) !== position)
    .map((template) => {
      const [from, to] = [String(old.get(template.id)), String(template.position)];
      return templateEdited(actor, template, [{ field: 'position', from, to }]);
    });
}
