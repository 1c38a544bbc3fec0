import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { type Delivery, EventHandlers } from '../platform/events/event-handlers.js';
import { type DomainEvent, EventLog } from '../platform/events/event-log.js';
import { TOLD_EVENTS } from './audience.js';
import { NewsDesk } from './news.js';
import { NotificationsRepository } from './notifications.repository.js';

/** What live streams hear: whose bell rings. It is about no ticket, so that no history shows it. */
const notificationCreated = (userId: number, notificationId: number): DomainEvent => ({
  type: 'notification.created',
  ticketId: null,
  actorId: null,
  data: { user_id: userId, notification_id: notificationId },
});

/** Writes the lines in people's bells. */
@Injectable()
export class InAppHandler implements OnModuleInit {
  constructor(
    private readonly handlers: EventHandlers,
    private readonly desk: NewsDesk,
    private readonly database: Database,
    private readonly notifications: NotificationsRepository,
    private readonly events: EventLog,
  ) {}

  onModuleInit(): void {
    this.handlers.register({
      name: 'notify-in-app',
      types: TOLD_EVENTS,
      queue: 'maintenance',
      gatherMs: 0, // nothing waits; what comes together is written in its order
      recipients: (event) => this.desk.recipients('in_app', event),
      handle: (delivery) => this.notify(delivery),
    });
  }

  private async notify(delivery: Delivery): Promise<void> {
    const news = await this.desk.newsFor('in_app', delivery);
    if (!news) return;
    const { reader, ticket, items } = news;
    await this.database.transaction(async (tx) => {
      for (const { kind, event } of items) {
        const line = { userId: reader.id, eventId: event.id, ticketId: ticket.id, kind };
        const id = await this.notifications.insert(tx, line);
        if (id !== undefined) await this.events.append(tx, notificationCreated(reader.id, id));
      }
    });
  }
}
