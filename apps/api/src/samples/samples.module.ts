import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { CommentsModule } from '../comments/index.js';
import { TagsModule } from '../tags/index.js';
import { TemplatesModule } from '../templates/index.js';
import { TicketsModule } from '../tickets/index.js';
import { UsersModule } from '../users/index.js';
import { SampleData } from './sample-data.js';

@Module({
  imports: [AuthModule, UsersModule, TagsModule, TemplatesModule, TicketsModule, CommentsModule],
  providers: [SampleData],
})
export class SamplesModule {}
