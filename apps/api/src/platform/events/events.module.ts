import { Global, Module } from '@nestjs/common';
import { DeliveriesRepository } from './deliveries.repository.js';
import { DeliveryRunner } from './delivery-runner.js';
import { EventBell } from './event-bell.js';
import { EventHandlers } from './event-handlers.js';
import { EventLog } from './event-log.js';
import { EventPump } from './event-pump.js';
import { EventRelay } from './event-relay.js';
import { ForgetDeliveries } from './forget-deliveries.js';
import { JobSweeper } from './job-sweeper.js';
import { JobWorker } from './job-worker.js';
import { Schedules } from './schedules.js';

const PARTS = [
  DeliveriesRepository,
  DeliveryRunner,
  EventBell,
  EventHandlers,
  EventLog,
  EventPump,
  EventRelay,
  ForgetDeliveries,
  JobSweeper,
  JobWorker,
  Schedules,
];

/** The spine of events: written to by every feature, carried on by relay, queue and deliveries. */
@Global()
@Module({ providers: PARTS, exports: PARTS })
export class EventsModule {}
