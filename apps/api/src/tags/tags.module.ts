import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AdminTagsController } from './admin-tags.controller.js';
import { TagEntity } from './tag.entity.js';
import { TagsController } from './tags.controller.js';
import { TagsRepository } from './tags.repository.js';
import { TagsService } from './tags.service.js';

/** Words of the support team. Which tickets carry them is a matter of the tickets. */
@Module({
  imports: [TypeOrmModule.forFeature([TagEntity])],
  controllers: [TagsController, AdminTagsController],
  providers: [TagsRepository, TagsService],
  exports: [TagsRepository, TagsService],
})
export class TagsModule {}
