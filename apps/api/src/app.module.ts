import { type DynamicModule, Module } from '@nestjs/common';
import { AdminUsersModule } from './admin-users/index.js';
import { AdminTicketsModule } from './admin-tickets/index.js';
import { AuditModule } from './audit/index.js';
import { AuthModule } from './auth/index.js';
import { ClientLogsModule } from './client-logs/index.js';
import { CommentsModule } from './comments/index.js';
import { DownloadsModule } from './downloads/index.js';
import { ENTITIES } from './entities.js';
import { LiveModule } from './live/index.js';
import { JobsModule } from './jobs/index.js';
import { NotificationsModule } from './notifications/index.js';
import { InboundMailModule } from './inbound-mail/index.js';
import { IntegrationsModule } from './integrations/index.js';
import { ConfigModule } from './platform/config/config.module.js';
import type { Env } from './platform/config/env.js';
import { CsvModule } from './platform/csv/csv.module.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { EventsModule } from './platform/events/events.module.js';
import { HealthModule } from './platform/health/health.module.js';
import { HttpModule } from './platform/http/http.module.js';
import { LoggingModule } from './platform/logging/logging.module.js';
import { IdempotencyModule } from './platform/idempotency/idempotency.module.js';
import { MailModule } from './platform/mail/mail.module.js';
import { OutboundModule } from './platform/outbound/outbound.module.js';
import { QueueModule } from './platform/queue/queue.module.js';
import { RedisModule } from './platform/redis/redis.module.js';
import { ThrottleModule } from './platform/throttle/throttle.module.js';
import { RatingsModule } from './ratings/index.js';
import { SamplesModule } from './samples/index.js';
import { TagsModule } from './tags/index.js';
import { TemplatesModule } from './templates/index.js';
import { StatsModule } from './stats/index.js';
import { TicketsModule } from './tickets/index.js';
import { TimelineModule } from './timeline/index.js';
import { UsersModule } from './users/index.js';

/** The API with everything in it. */
@Module({})
export class AppModule {
  /** @param databaseUrl where the tables are: configured, embedded or a test's own */
  static with(env: Readonly<Env>, databaseUrl: string): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(env),
        LoggingModule,
        DatabaseModule.with(databaseUrl, ENTITIES),
        QueueModule.with(env),
        EventsModule,
        MailModule,
        OutboundModule,
        HttpModule,
        CsvModule,
        RedisModule,
        ThrottleModule,
        IdempotencyModule,
        HealthModule,
        ClientLogsModule,
        JobsModule,
        UsersModule,
        AuditModule,
        AuthModule,
        AdminUsersModule,
        TemplatesModule,
        TagsModule,
        StatsModule,
        TicketsModule,
        CommentsModule,
        RatingsModule,
        AdminTicketsModule,
        DownloadsModule,
        InboundMailModule,
        IntegrationsModule,
        TimelineModule,
        NotificationsModule,
        LiveModule,
        SamplesModule,
      ],
    };
  }
}
