import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { TicketRatings, TicketsModule } from '../tickets/index.js';
import { RatingEntity } from './rating.entity.js';
import { RatingLinks } from './rating-links.js';
import { RatingReader } from './rating-reader.js';
import { RatingsController } from './ratings.controller.js';
import { RatingsRepository } from './ratings.repository.js';
import { RatingsService } from './ratings.service.js';

/** How requesters found it. Global only so that tickets find the `TicketRatings` that is provided here. */
@Global()
@Module({
  imports: [TicketsModule, TypeOrmModule.forFeature([RatingEntity])],
  controllers: [RatingsController],
  providers: [
    RatingLinks,
    RatingReader,
    RatingsRepository,
    RatingsService,
    { provide: TicketRatings, useExisting: RatingReader },
  ],
  exports: [RatingLinks, TicketRatings],
})
export class RatingsModule {}
