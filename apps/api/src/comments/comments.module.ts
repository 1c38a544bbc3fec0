import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthModule } from '../auth/index.js';
import { TicketConversation, TicketsModule } from '../tickets/index.js';
import { UsersModule } from '../users/index.js';
import { AdminCommentsController } from './admin-comments.controller.js';
import { AdminCommentsRepository } from './admin-comments.repository.js';
import { AdminCommentsService } from './admin-comments.service.js';
import { CommentReader } from './comment-reader.js';
import { CommentEntity } from './comment.entity.js';
import { CommentsController } from './comments.controller.js';
import { CommentsRepository } from './comments.repository.js';
import { CommentsService } from './comments.service.js';

/** Comments. Global only so that tickets find the `TicketConversation` that is provided here. */
@Global()
@Module({
  imports: [AuthModule, UsersModule, TicketsModule, TypeOrmModule.forFeature([CommentEntity])],
  controllers: [CommentsController, AdminCommentsController],
  providers: [
    AdminCommentsRepository,
    AdminCommentsService,
    CommentReader,
    CommentsRepository,
    CommentsService,
    { provide: TicketConversation, useExisting: CommentReader },
  ],
  exports: [CommentReader, CommentsService, TicketConversation],
})
export class CommentsModule {}
