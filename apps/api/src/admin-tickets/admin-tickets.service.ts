import { Injectable } from '@nestjs/common';
import type { AdminTicket } from '@ticketing/contracts';
import type { Actor } from '../platform/access/actor.js';
import type { VersionCheck } from '../platform/http/if-match.js';
import { TicketsService, type UpdateTicketDto } from '../tickets/index.js';
import { AdminTicketReader } from './admin-ticket-reader.js';

/** Changes of one ticket: those of everybody, answered as the admin area shows tickets. */
@Injectable()
export class AdminTicketsService {
  constructor(
    private readonly tickets: TicketsService,
    private readonly reader: AdminTicketReader,
  ) {}

  async update(actor: Actor, id: number, body: UpdateTicketDto, version: VersionCheck): Promise<AdminTicket> {
    await this.tickets.update(actor, id, body, version);
    return this.reader.read(actor, id);
  }

  remove(actor: Actor, id: number): Promise<void> {
    return this.tickets.remove(actor, id);
  }

  async restore(actor: Actor, id: number): Promise<AdminTicket> {
    await this.tickets.restore(actor, id);
    return this.reader.read(actor, id);
  }
}
