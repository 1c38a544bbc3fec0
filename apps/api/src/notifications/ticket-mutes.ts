import { Injectable } from '@nestjs/common';
import type { TicketMute } from '@ticketing/contracts';
import type { Who } from '../platform/access/actor.js';
import { Database, rowsIn } from '../platform/database/database.js';
import { named } from '../platform/database/statement.js';

const READ = named<TicketMute>(
  'ticket-mutes.read',
  `select exists (select 1 from ticket_mutes where ticket_id = $1 and user_id = $2) as muted`,
);

const MUTE = named(
  'ticket-mutes.mute',
  `insert into ticket_mutes (ticket_id, user_id) values ($1, $2) on conflict do nothing`,
);

const UNMUTE = named('ticket-mutes.unmute', `delete from ticket_mutes where ticket_id = $1 and user_id = $2`);

/** Who wants to hear nothing more of which ticket. That the actor may see it is the guards' to decide. */
@Injectable()
export class TicketMutes {
  constructor(private readonly database: Database) {}

  async read(actor: Who, ticketId: number): Promise<TicketMute> {
    const [row] = await this.database.rows(READ, [ticketId, actor.id]);
    return row!;
  }

  async mute(actor: Who, ticketId: number): Promise<TicketMute> {
    await this.database.transaction((tx) => rowsIn(tx, MUTE, [ticketId, actor.id]));
    return { muted: true };
  }

  async unmute(actor: Who, ticketId: number): Promise<TicketMute> {
    await this.database.transaction((tx) => rowsIn(tx, UNMUTE, [ticketId, actor.id]));
    return { muted: false };
  }
}
