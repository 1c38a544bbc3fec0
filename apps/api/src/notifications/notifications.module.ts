import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { CommentsModule } from '../comments/index.js';
import { InboundMailModule } from '../inbound-mail/index.js';
import { TicketsModule } from '../tickets/index.js';
import { UsersModule } from '../users/index.js';
import { AudienceRepository } from './audience.repository.js';
import { ForgetNotifications } from './forget-notifications.js';
import { InAppHandler } from './in-app.handler.js';
import { NewsDesk } from './news.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsRepository } from './notifications.repository.js';
import { NotificationsService } from './notifications.service.js';
import { PreferencesRepository } from './preferences.repository.js';
import { PreferencesService } from './preferences.service.js';
import { TicketMailHandler } from './ticket-mail.handler.js';
import { TicketMutesController } from './ticket-mutes.controller.js';
import { TicketMutes } from './ticket-mutes.js';

/** What people are told of what happens to tickets: in the app and by mail. */
@Module({
  imports: [AuthModule, UsersModule, TicketsModule, CommentsModule, InboundMailModule],
  controllers: [NotificationsController, TicketMutesController],
  providers: [
    AudienceRepository,
    ForgetNotifications,
    InAppHandler,
    NewsDesk,
    NotificationsRepository,
    NotificationsService,
    PreferencesRepository,
    PreferencesService,
    TicketMailHandler,
    TicketMutes,
  ],
})
export class NotificationsModule {}
