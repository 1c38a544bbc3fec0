import { Global, Module } from '@nestjs/common';
import { DeliveryRunner } from './delivery-runner.js';
import { EventHandlers } from './event-handlers.js';
import { EventLog } from './event-log.js';
import { EventPump } from './event-pump.js';
import { EventRelay } from './event-relay.js';

/** The spine of events: written to by every feature, carried on by relay and deliveries. */
@Global()
@Module({
  providers: [EventLog, EventHandlers, EventRelay, DeliveryRunner, EventPump],
  exports: [EventLog, EventHandlers, EventRelay, DeliveryRunner, EventPump],
})
export class EventsModule {}
