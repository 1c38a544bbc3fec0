import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import {
  type NotificationPreferences,
  type NotificationView,
  type Page,
  type UnreadCount,
  UNREAD_COUNT_MAX,
} from '@ticketing/contracts';
import { CurrentActor } from '../platform/access/access.decorators.js';
import type { Actor } from '../platform/access/actor.js';
import { ApiProblems, SignedIn } from '../platform/http/api-docs.js';
import { idPipe } from '../platform/http/id.pipe.js';
import { ListNotificationsQuery } from './dto/list-notifications.query.js';
import { NotificationPageDto, UnreadCountDto } from './dto/notification.dto.js';
import { NotificationPreferencesDto, UpdateNotificationPreferencesDto } from './dto/preferences.dto.js';
import { ReadAllDto } from './dto/read-all.dto.js';
import { ReadTicketNotificationsDto } from './dto/read-ticket-notifications.dto.js';
import { notificationNotFound } from './notification.problems.js';
import { NotificationsService } from './notifications.service.js';
import { PreferencesService } from './preferences.service.js';

const NotificationIdPipe = idPipe(notificationNotFound);

/** Everybody's own notifications: there is no address of anybody else's. */
@ApiTags('notifications')
@SignedIn()
@Controller('notifications')
export class NotificationsController {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly preferences: PreferencesService,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'List the own notifications',
    description: 'Newest first. Read ones are kept for 90 days.',
  })
  @ApiOkResponse({ type: NotificationPageDto })
  @ApiProblems(400)
  list(
    @CurrentActor() actor: Actor,
    @Query() query: ListNotificationsQuery,
  ): Promise<Page<NotificationView>> {
    return this.notifications.list(actor, query);
  }

  @Get('unread_count')
  @ApiOperation({
    summary: 'Count the unread notifications',
    description: `For the bell: exact below ${UNREAD_COUNT_MAX}.`,
  })
  @ApiOkResponse({ type: UnreadCountDto })
  unreadCount(@CurrentActor() actor: Actor): Promise<UnreadCount> {
    return this.notifications.unreadCount(actor);
  }

  @Post('read_all')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Mark everything up to a notification as read',
    description: 'What came later stays unread.',
  })
  @ApiNoContentResponse({ description: 'Read.' })
  @ApiProblems(400, 413, 415, 429)
  readAll(@CurrentActor() actor: Actor, @Body() { up_to }: ReadAllDto): Promise<void> {
    return this.notifications.readAll(actor, up_to);
  }

  @Post('read_ticket')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Mark everything about a ticket as read',
    description: 'For whoever opens the ticket. Answers with what is unread besides.',
  })
  @ApiOkResponse({ type: UnreadCountDto })
  @ApiProblems(400, 413, 415, 429)
  readTicket(
    @CurrentActor() actor: Actor,
    @Body() { ticket_id }: ReadTicketNotificationsDto,
  ): Promise<UnreadCount> {
    return this.notifications.readTicket(actor, ticket_id);
  }

  @Get('preferences')
  @ApiOperation({
    summary: 'Read what the caller is told of, and where',
    description: 'Every event and channel that there is for the role of the caller.',
  })
  @ApiOkResponse({ type: NotificationPreferencesDto })
  readPreferences(@CurrentActor() actor: Actor): Promise<NotificationPreferences> {
    return this.preferences.read(actor);
  }

  @Patch('preferences')
  @ApiOperation({
    summary: 'Change what the caller is told of, and where',
    description: 'Takes any part of the matrix; answers with all of it.',
  })
  @ApiOkResponse({ type: NotificationPreferencesDto })
  @ApiProblems(400, 413, 415, 429)
  updatePreferences(
    @CurrentActor() actor: Actor,
    @Body() { preferences }: UpdateNotificationPreferencesDto,
  ): Promise<NotificationPreferences> {
    return this.preferences.update(actor, preferences);
  }

  @Post(':id/read')
  @HttpCode(204)
  @ApiParam({ name: 'id', type: 'integer', description: 'Id of the notification.', example: 3140 })
  @ApiOperation({ summary: 'Mark a notification as read', description: 'Once more changes nothing.' })
  @ApiNoContentResponse({ description: 'Read.' })
  @ApiProblems(400, 404, 413, 415, 429)
  read(@CurrentActor() actor: Actor, @Param('id', NotificationIdPipe) id: number): Promise<void> {
    return this.notifications.read(actor, id);
  }
}
