import { Injectable } from '@nestjs/common';
import { LIMITS, type Page, type TagList, type TagView } from '@ticketing/contracts';
import type { Actor } from '../platform/access/actor.js';
import { Database, type Tx } from '../platform/database/database.js';
import { type DomainEvent, EventLog } from '../platform/events/event-log.js';
import { requireVersion, type VersionCheck } from '../platform/http/if-match.js';
import { Cursors, cutPage } from '../platform/http/paging.js';
import { Log } from '../platform/logging/log.js';
import type { ListTagsQuery } from './dto/list-tags.query.js';
import type { CreateTagDto, UpdateTagDto } from './dto/write-tag.dto.js';
import type { TagEntity } from './tag.entity.js';
import { tagCreated, tagDeleted, tagEdited, tagRestored } from './tag.events.js';
import { presentTag } from './tag.presenter.js';
import { tooManyTags } from './tag.problems.js';
import { TagsRepository } from './tags.repository.js';

/** The words that the support team sorts tickets by: read and written by admins only. */
@Injectable()
export class TagsService {
  constructor(
    private readonly database: Database,
    private readonly repository: TagsRepository,
    private readonly events: EventLog,
    private readonly cursors: Cursors,
    private readonly log: Log,
  ) {}

  async all(): Promise<TagList> {
    return { results: await this.repository.all() };
  }

  async list(actor: Actor, query: ListTagsQuery): Promise<Page<TagView>> {
    const { limit = LIMITS.page.standard, cursor, ...filter } = query;
    const list = { list: 'tags', actor: actor.id, filter };
    const [nameKey = '', id = 0] = this.cursors.read(list, cursor) ?? [];
    const found = await this.repository.list(filter, [String(nameKey), Number(id)], limit + 1);
    const { rows, next } = cutPage(found, limit, (row) => [row.nameKey, row.id]);
    return {
      results: rows.map(presentTag),
      next_cursor: next && this.cursors.write(list, next),
      total: null,
      total_at_least: rows.length,
    };
  }

  async read(id: number): Promise<TagView> {
    return presentTag(await this.repository.get(id));
  }

  /** @throws ProblemError 409 when the name is taken, or there are enough */
  create(actor: Actor, { name, color = 'gray', description = '' }: CreateTagDto): Promise<TagView> {
    return this.write('tag created', async (tx, now) => {
      await this.requireRoom(tx);
      const tag = await this.repository.insert(tx, { name, color, description }, now);
      return [tag, tagCreated(actor, tag)];
    });
  }

  /** @throws ProblemError 404, 409 when the name is taken, 412 */
  update(actor: Actor, id: number, body: UpdateTagDto, version: VersionCheck): Promise<TagView> {
    return this.write('tag changed', async (tx, now) => {
      const tag = await this.repository.lock(tx, id, 'not deleted');
      requireVersion(version, tag.version);
      const changes = tag.edit(body, now);
      if (changes.length === 0) return [tag];
      await this.repository.save(tx, tag);
      return [tag, tagEdited(actor, tag, changes)];
    });
  }

  /** No ticket shows it any more; `restore` brings it back to its tickets. @throws ProblemError 404 */
  async remove(actor: Actor, id: number): Promise<void> {
    await this.write('tag deleted', async (tx, now) => {
      const tag = await this.repository.lock(tx, id, 'not deleted');
      tag.delete(now);
      await this.repository.save(tx, tag);
      return [tag, tagDeleted(actor, tag)];
    });
  }

  /** @throws ProblemError 404; 409 when another one has its name by now, or there are enough */
  restore(actor: Actor, id: number): Promise<TagView> {
    return this.write('tag restored', async (tx, now) => {
      const tag = await this.repository.lock(tx, id, 'deleted');
      await this.requireRoom(tx);
      tag.restore(now);
      await this.repository.save(tx, tag);
      return [tag, tagRestored(actor, tag)];
    });
  }

  private async requireRoom(tx: Tx): Promise<void> {
    if (!(await this.repository.hasRoom(tx))) throw tooManyTags();
  }

  private async write(
    what: string,
    act: (tx: Tx, now: Date) => Promise<[TagEntity, DomainEvent?]>,
  ): Promise<TagView> {
    const tag = await this.database.transaction(async (tx) => {
      const [written, event] = await act(tx, new Date());
      if (event) await this.events.append(tx, event);
      return written;
    });
    this.log.info(what, { tagId: tag.id });
    return this.read(tag.id);
  }
}
