import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Env } from '../../platform/config/env.js';
import { Secrets } from '../../platform/config/secrets.js';
import { EventHandlers, type StoredEvent } from '../../platform/events/event-handlers.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { type UserEntity, UsersRepository } from '../../users/index.js';
import type { MailTokenPurpose } from '../mail-tokens/mail-token.entity.js';
import { MailTokenSigner } from '../mail-tokens/mail-token.js';
import { MailTokensRepository } from '../mail-tokens/mail-tokens.repository.js';
import { accountMail, type MailOccasion } from './account-mail.js';

/** Mails the links of accounts. The token is made here, from the id in the event: nothing on the way holds it. */
@Injectable()
export class AccountMailHandler implements OnModuleInit {
  private readonly signer: MailTokenSigner;

  constructor(
    private readonly handlers: EventHandlers,
    private readonly tokens: MailTokensRepository,
    private readonly users: UsersRepository,
    private readonly mailer: Mailer,
    private readonly env: Env,
    secrets: Secrets,
  ) {
    this.signer = new MailTokenSigner(secrets);
  }

  onModuleInit(): void {
    this.handlers.register({
      name: 'mail-account-link',
      types: ['user.password_reset_requested', 'user.verification_requested'],
      queue: 'mail',
      handle: ({ events: [event] }) => this.send(event),
    });
  }

  private async send({ id, data }: StoredEvent): Promise<void> {
    const token = await this.tokens.findUsable((data as { token_id: string }).token_id);
    const user = token && (await this.users.find(token.userId));
    if (!token || !user?.isActive) return; // used, void or too old by now: a dead link helps nobody
    const { hostname } = new URL(this.env.publicUrl);
    const messageId = `<event-${id}-user-${user.id}@${hostname}>`;
    const facts = { publicUrl: this.env.publicUrl, token: this.signer.tokenFor(token.id), messageId };
    await this.mailer.send(accountMail(occasionOf(token.purpose, user), user, facts));
  }
}

function occasionOf(purpose: MailTokenPurpose, { invitedAt }: UserEntity): MailOccasion {
  return purpose === 'reset_password' && invitedAt ? 'invitation' : purpose;
}
