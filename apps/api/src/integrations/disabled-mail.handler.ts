import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Env } from '../platform/config/env.js';
import { type Delivery, EventHandlers } from '../platform/events/event-handlers.js';
import { renderMail } from '../platform/mail/mail-layout.js';
import { oneLine } from '../platform/mail/mail.js';
import { Mailer } from '../platform/mail/mailer.js';
import { UsersRepository } from '../users/index.js';
import type { IntegrationDisabledData } from './integration.events.js';
import { IntegrationsRepository } from './integrations.repository.js';

const RECIPIENT = 'user:';

/** Tells all admins that an integration was switched off, because nobody would notice otherwise. */
@Injectable()
export class DisabledMailHandler implements OnModuleInit {
  constructor(
    private readonly handlers: EventHandlers,
    private readonly integrations: IntegrationsRepository,
    private readonly users: UsersRepository,
    private readonly mailer: Mailer,
    private readonly env: Env,
  ) {}

  onModuleInit(): void {
    this.handlers.register({
      name: 'mail-integration-disabled',
      types: ['integration.disabled'],
      queue: 'mail',
      recipients: async () => (await this.integrations.activeAdmins()).map((id) => `${RECIPIENT}${id}`),
      handle: (delivery) => this.send(delivery),
    });
  }

  private async send({ recipient, events: [event] }: Delivery): Promise<void> {
    const { integration_id: id, reason } = event.data as IntegrationDisabledData;
    const [user, integration] = await Promise.all([
      this.users.find(Number(recipient.slice(RECIPIENT.length))),
      this.integrations.find(id),
    ]);
    if (!user?.isActive || user.role !== 'admin' || !integration || integration.isActive) return;
    const { hostname } = new URL(this.env.publicUrl);
    await this.mailer.send({
      to: user.email,
      messageId: `<event-${event.id}-user-${user.id}@${hostname}>`,
      ...renderMail({
        subject: `The integration ${oneLine(integration.name)} was switched off`,
        greeting: `Hello ${oneLine(user.firstName)},`,
        parts: [
          `The integration ${oneLine(integration.name)} was switched off:`,
          { quote: reason },
          'Nothing is sent there until an admin switches it on again. Its log has what was not delivered.',
        ],
        link: { label: 'See integrations', url: `${this.env.publicUrl}/admin/integrations` },
        footer: ['You get this because you are an admin.'],
      }),
    });
  }
}
