import { BulkChangeEntity } from './admin-tickets/index.js';
import { MailTokenEntity, RecoveryCodeEntity, RefreshTokenEntity, SessionEntity } from './auth/index.js';
import { CommentEntity, CommentSourceEntity } from './comments/index.js';
import { UsedDownloadEntity } from './downloads/index.js';
import { InboundMailEntity } from './inbound-mail/index.js';
import { NotificationEntity, NotificationPreferenceEntity, TicketMuteEntity } from './notifications/index.js';
import { IntegrationCallEntity, IntegrationEntity, JiraIssueEntity } from './integrations/index.js';
import { DeliveryEntity } from './platform/events/delivery.entity.js';
import { EventEntity } from './platform/events/event.entity.js';
import { ScheduleEntity } from './platform/events/schedule.entity.js';
import { IdempotencyKeyEntity } from './platform/idempotency/idempotency-key.entity.js';
import { RatingEntity } from './ratings/index.js';
import { TagEntity } from './tags/index.js';
import { TemplateEntity } from './templates/index.js';
import {
  StatsChangeEntity,
  StatsDayEntity,
  StatsReconciliationEntity,
  StatsRollupEntity,
  StatsSpreadEntity,
} from './stats/index.js';
import { TicketEntity, TicketSearchEntity, TicketTagEntity } from './tickets/index.js';
import { UserEntity } from './users/index.js';

/** Every table. The schema-drift test compares them with the migrations. */
export const ENTITIES = [
  UserEntity,
  SessionEntity,
  RefreshTokenEntity,
  MailTokenEntity,
  RecoveryCodeEntity,
  TemplateEntity,
  TicketEntity,
  TagEntity,
  TicketTagEntity,
  RatingEntity,
  TicketSearchEntity,
  BulkChangeEntity,
  UsedDownloadEntity,
  CommentEntity,
  CommentSourceEntity,
  EventEntity,
  DeliveryEntity,
  IntegrationEntity,
  IntegrationCallEntity,
  JiraIssueEntity,
  ScheduleEntity,
  IdempotencyKeyEntity,
  InboundMailEntity,
  NotificationEntity,
  NotificationPreferenceEntity,
  TicketMuteEntity,
  StatsChangeEntity,
  StatsDayEntity,
  StatsReconciliationEntity,
  StatsRollupEntity,
  StatsSpreadEntity,
];
