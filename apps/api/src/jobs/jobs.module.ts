import { Module } from '@nestjs/common';
import { JobsController } from './jobs.controller.js';
import { JobsRepository } from './jobs.repository.js';
import { JobsService } from './jobs.service.js';

/** Lets admins look at background work that does not get done, and try it again. */
@Module({ controllers: [JobsController], providers: [JobsRepository, JobsService] })
export class JobsModule {}
