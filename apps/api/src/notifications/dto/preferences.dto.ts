import { ApiProperty } from '@nestjs/swagger';
import {
  NOTIFICATION_CHANNELS,
  NOTIFICATION_KINDS,
  type NotificationChannel,
  type NotificationKind,
  type NotificationPreference,
  type NotificationPreferences,
  type UpdateNotificationPreferencesRequest,
} from '@ticketing/contracts';
import { ChoiceField, FlagField, ListField } from '../../platform/http/fields.js';

export class NotificationPreferenceDto implements NotificationPreference {
  @ChoiceField(NOTIFICATION_KINDS, { description: 'What happens.', example: 'comment_added' })
  kind: NotificationKind;

  @ChoiceField(NOTIFICATION_CHANNELS, { description: 'Where its owner is told.', example: 'email' })
  channel: NotificationChannel;

  @FlagField({ description: 'Whether its owner is told.', example: false })
  enabled: boolean;
}

export class NotificationPreferencesDto implements NotificationPreferences {
  @ApiProperty({
    description: 'Every event and channel that there is for the caller.',
    type: [NotificationPreferenceDto],
  })
  preferences: NotificationPreferenceDto[];
}

const MOST = NOTIFICATION_KINDS.length * NOTIFICATION_CHANNELS.length;

export class UpdateNotificationPreferencesDto implements UpdateNotificationPreferencesRequest {
  @ListField(NotificationPreferenceDto, { max: MOST, description: 'What changes; the rest stays as it is.' })
  preferences: NotificationPreferenceDto[];
}
