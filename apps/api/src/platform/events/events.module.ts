import { Global, Module } from '@nestjs/common';
import { EventLog } from './event-log.js';

/** The spine of events, written to by every feature. */
@Global()
@Module({ providers: [EventLog], exports: [EventLog] })
export class EventsModule {}
