import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Env } from '../../platform/config/env.js';
import { EventHandlers, type StoredEvent } from '../../platform/events/event-handlers.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { canonicalEmail, type UserEventData, UsersRepository } from '../../users/index.js';
import { addressChangedMail, twoFactorDisabledMail } from './account-notice.js';

/** Tells people what an admin did to their account, and whoever has it by fraud that it will be noticed. */
@Injectable()
export class AccountNoticeHandler implements OnModuleInit {
  constructor(
    private readonly handlers: EventHandlers,
    private readonly users: UsersRepository,
    private readonly mailer: Mailer,
    private readonly env: Env,
  ) {}

  onModuleInit(): void {
    this.handlers.register({
      name: 'mail-account-notice',
      types: ['user.email_changed', 'user.two_factor_disabled'],
      queue: 'mail',
      handle: ({ events: [event] }) => this.send(event),
    });
  }

  private async send({ id, type, actorId, data }: StoredEvent): Promise<void> {
    const { user_id: userId, changes = [] } = data as Partial<UserEventData>;
    const user = userId === undefined ? null : await this.users.find(userId);
    if (!user) return;
    const { hostname } = new URL(this.env.publicUrl);
    const facts = {
      publicUrl: this.env.publicUrl,
      messageId: `<event-${id}-user-${user.id}@${hostname}>`,
    };
    if (type === 'user.two_factor_disabled') {
      if (userId === actorId) return; // they gave their password, and know
      return this.mailer.send(twoFactorDisabledMail(user, facts));
    }
    // also to who did it themselves: that takes no password, so it may have been somebody else in their session
    const moved = changes.find(
      ({ field, from, to }) => field === 'email' && from && !isSameAddress(from, to),
    );
    if (moved) await this.mailer.send(addressChangedMail(moved.from!, user, facts));
  }
}

/** However they are written. */
const isSameAddress = (one: string, other: string) => canonicalEmail(one) === canonicalEmail(other);
