import { Injectable } from '@nestjs/common';
import { LIMITS, type NotificationView, type Page, type UnreadCount } from '@ticketing/contracts';
import type { Actor } from '../platform/access/actor.js';
import { Database } from '../platform/database/database.js';
import { Cursors, cutPage } from '../platform/http/paging.js';
import { UserDirectory } from '../users/index.js';
import type { ListNotificationsQuery } from './dto/list-notifications.query.js';
import { presentNotification } from './notification.presenter.js';
import { notificationNotFound } from './notification.problems.js';
import { NotificationsRepository } from './notifications.repository.js';

/** Everybody's own bell. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly database: Database,
    private readonly repository: NotificationsRepository,
    private readonly directory: UserDirectory,
    private readonly cursors: Cursors,
  ) {}

  /** Newest first. */
  async list(actor: Actor, query: ListNotificationsQuery): Promise<Page<NotificationView>> {
    const { unread = false, limit = LIMITS.page.standard, cursor } = query;
    const list = { list: 'notifications', actor: actor.id, role: actor.role, unread };
    const [beforeId] = this.cursors.read(list, cursor) ?? [LIMITS.id.max];
    const found = await this.repository.list(actor, unread, Number(beforeId), limit + 1);
    const { rows, next } = cutPage(found, limit, ({ id }) => [id]);
    const people = await this.directory.refs(rows.map(({ actorId }) => actorId));
    return {
      results: rows.map((row) => presentNotification(row, people)),
      next_cursor: next && this.cursors.write(list, next),
      total: null,
      total_at_least: rows.length,
    };
  }

  async unreadCount(actor: Actor): Promise<UnreadCount> {
    return { unread: await this.repository.countUnread(actor) };
  }

  /** @throws ProblemError 404 */
  async read(actor: Actor, id: number): Promise<void> {
    const found = await this.database.transaction((tx) => this.repository.markRead(tx, actor, id));
    if (!found) throw notificationNotFound();
  }

  /** The reader has the ticket before them. @returns what else is unread */
  async readTicket(actor: Actor, ticketId: number): Promise<UnreadCount> {
    await this.database.transaction((tx) => this.repository.markTicketRead(tx, actor.id, ticketId));
    return this.unreadCount(actor);
  }

  /** What came after `upToId` stays unread: the reader has not seen it. */
  async readAll(actor: Actor, upToId: number): Promise<void> {
    await this.database.transaction((tx) => this.repository.markAllRead(tx, actor.id, upToId));
  }
}
