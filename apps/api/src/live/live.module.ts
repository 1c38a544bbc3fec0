import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { LiveFeed } from './live-feed.js';
import { LiveStreams } from './live-streams.js';
import { LiveController } from './live.controller.js';
import { LiveRepository } from './live.repository.js';
import { LiveService } from './live.service.js';
import { SealedPosition } from './sealed-position.js';

/** What happens, told at once to every browser that may know. */
@Module({
  imports: [AuthModule],
  controllers: [LiveController],
  providers: [LiveFeed, LiveRepository, LiveService, LiveStreams, SealedPosition],
})
export class LiveModule {}
