import { Users1764000000001 } from './1764000000001-users.js';
import { Sessions1764000000002 } from './1764000000002-sessions.js';
import { Tickets1764000000003 } from './1764000000003-tickets.js';
import { Comments1764000000004 } from './1764000000004-comments.js';
import { Events1764000000005 } from './1764000000005-events.js';
import { IdempotencyKeys1764000000006 } from './1764000000006-idempotency-keys.js';
import { Accounts1764000000007 } from './1764000000007-accounts.js';
import { Deliveries1764000000008 } from './1764000000008-deliveries.js';
import { JobQueue1764000000009 } from './1764000000009-job-queue.js';
import { Notifications1764000000010 } from './1764000000010-notifications.js';
import { Integrations1764000000011 } from './1764000000011-integrations.js';
import { InboundMail1764000000012 } from './1764000000012-inbound-mail.js';
import { TemplatesRatings1764000000013 } from './1764000000013-templates-ratings.js';
import { Stats1764000000014 } from './1764000000014-stats.js';
import { ClosingSoon1764000000015 } from './1764000000015-closing-soon.js';
import { EventObjects1764000000016 } from './1764000000016-event-objects.js';
import { AdminTickets1764000000017 } from './1764000000017-admin-tickets.js';
import { AuditLog1764000000018 } from './1764000000018-audit-log.js';
import { CommentModeration1764000000020 } from './1764000000020-comment-moderation.js';
import { ListsOfStats1764000000021 } from './1764000000021-lists-of-stats.js';
import { Tags1764000000029 } from './1764000000029-tags.js';

/** In the order in which they run. Never edit one that has been released: add another. */
export const MIGRATIONS = [
  Users1764000000001,
  Sessions1764000000002,
  Tickets1764000000003,
  Comments1764000000004,
  Events1764000000005,
  IdempotencyKeys1764000000006,
  Accounts1764000000007,
  Deliveries1764000000008,
  JobQueue1764000000009,
  Notifications1764000000010,
  Integrations1764000000011,
  InboundMail1764000000012,
  TemplatesRatings1764000000013,
  Stats1764000000014,
  ClosingSoon1764000000015,
  EventObjects1764000000016,
  AdminTickets1764000000017,
  AuditLog1764000000018,
  CommentModeration1764000000020,
  ListsOfStats1764000000021,
  Tags1764000000029,
];
