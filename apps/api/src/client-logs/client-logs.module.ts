import { Module } from '@nestjs/common';
import { ClientLogsController } from './client-logs.controller.js';

/** What browsers report about themselves. */
@Module({ controllers: [ClientLogsController] })
export class ClientLogsModule {}
