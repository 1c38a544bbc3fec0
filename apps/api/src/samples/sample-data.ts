import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PasswordHasher } from '../auth/index.js';
import { CommentsService } from '../comments/index.js';
import type { TagView } from '@ticketing/contracts';
import type { Actor } from '../platform/access/actor.js';
import { Database } from '../platform/database/database.js';
import { TagsService } from '../tags/index.js';
import { TemplatesService } from '../templates/index.js';
import { TicketsService } from '../tickets/index.js';
import { UsersService } from '../users/index.js';
import { age } from './sample-ages.js';
import { SAMPLE_TAGS } from './sample-tags.js';
import { SAMPLE_TEMPLATES } from './sample-templates.js';
import { SAMPLE_CUSTOMERS, SAMPLE_TICKETS, type SampleStep, type SampleTicket } from './sample-tickets.js';

/**
 * Fills an empty embedded database with tickets to look at. They go through the same services as real ones, so
 * that counts, history and search are real. The sample customers have random passwords: nobody signs in as one.
 */
@Injectable()
export class SampleData {
  private readonly made: TagView[] = [];

  constructor(
    private readonly database: Database,
    private readonly hasher: PasswordHasher,
    private readonly users: UsersService,
    private readonly tickets: TicketsService,
    private readonly comments: CommentsService,
    private readonly tags: TagsService,
    private readonly templates: TemplatesService,
  ) {}

  async make(adminId: number): Promise<void> {
    const admin: Actor = { id: adminId, role: 'admin', sessionId: '' };
    for (const template of SAMPLE_TEMPLATES) await this.templates.create(admin, template);
    for (const tag of SAMPLE_TAGS) this.made.push(await this.tags.create(admin, tag));
    const customers = await Promise.all(SAMPLE_CUSTOMERS.map((person) => this.makeCustomer(person)));
    for (const sample of SAMPLE_TICKETS) await this.play(sample, customers[sample.customer]!, admin);
  }

  private async makeCustomer(person: (typeof SAMPLE_CUSTOMERS)[number]): Promise<Actor> {
    const passwordHash = await this.hasher.hash(randomUUID());
    const { id } = await this.database.transaction((tx) =>
      this.users.create(tx, {
        email: person.email,
        emailCanonical: person.email,
        firstName: person.first_name,
        lastName: person.last_name,
        passwordHash,
        role: 'user',
      }),
    );
    return { id, role: 'user', sessionId: '' };
  }

  private async play(
    { steps, minutesAgo, customer: _, ...ticket }: SampleTicket,
    customer: Actor,
    admin: Actor,
  ): Promise<void> {
    const { id } = await this.tickets.create(customer, ticket);
    for (const step of steps) await this.take(step, id, step.by === 'admin' ? admin : customer);
    await this.database.transaction((tx) => age(tx, id, customer.id, minutesAgo));
  }

  private async take(step: SampleStep, id: number, actor: Actor): Promise<void> {
    if ('says' in step) await this.comments.add(actor, id, { content: step.says });
    else if ('notes' in step) await this.comments.add(actor, id, { content: step.notes, is_internal: true });
    else if ('tags' in step) await this.tag(id, step.tags, actor);
    else if ('takes' in step) await this.tickets.update(actor, id, { assigned_to: actor.id }, undefined);
    else {
      const feedback = step.feedback === undefined ? {} : { admin_feedback: step.feedback };
      await this.tickets.updateStatus(actor, id, { status: step.moves, ...feedback }, undefined);
    }
  }

  private async tag(id: number, names: string[], admin: Actor): Promise<void> {
    const tags = this.made.filter(({ name }) => names.includes(name)).map((tag) => tag.id);
    await this.tickets.update(admin, id, { tags }, undefined);
  }
}
