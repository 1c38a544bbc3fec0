import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { CommentsModule } from '../comments/index.js';
import { TicketsModule } from '../tickets/index.js';
import { UsersModule } from '../users/index.js';
import { InboundMailController } from './inbound-mail.controller.js';
import { InboundMailsRepository } from './inbound-mails.repository.js';
import { InboundSecretGuard } from './inbound-secret.guard.js';
import { InboxService } from './inbox.service.js';
import { MailFactsFinder } from './mail-facts.js';
import { MailFactsRepository } from './mail-facts.repository.js';
import { MailFetcher } from './mail-fetcher.js';
import { MailFiler } from './mail-filer.js';
import { MailIdentity } from './mail-identity.js';
import { MailRetention } from './mail-retention.js';
import { MailWriter } from './mail-writer.js';
import { QuarantineReader } from './quarantine-reader.js';
import { QuarantineController } from './quarantine.controller.js';
import { QuarantineService } from './quarantine.service.js';

/** Mails that arrive, by HTTP or from a mailbox, and what becomes of them. */
@Module({
  imports: [AuthModule, UsersModule, TicketsModule, CommentsModule],
  controllers: [InboundMailController, QuarantineController],
  providers: [
    InboundMailsRepository,
    InboundSecretGuard,
    InboxService,
    MailFactsFinder,
    MailFactsRepository,
    MailFetcher,
    MailFiler,
    MailIdentity,
    MailRetention,
    MailWriter,
    QuarantineReader,
    QuarantineService,
  ],
  exports: [MailIdentity],
})
export class InboundMailModule {}
