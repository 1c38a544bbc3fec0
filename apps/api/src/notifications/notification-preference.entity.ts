import type { NotificationChannel, NotificationKind } from '@ticketing/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { UserEntity } from '../users/index.js';

const KEY = { primaryKeyConstraintName: 'notification_preferences_pk' };

/** A cell of somebody's matrix that is not as it is by default. */
@Entity('notification_preferences')
export class NotificationPreferenceEntity {
  @ForeignKey(() => UserEntity, { name: 'notification_preferences_user_fk', onDelete: 'CASCADE' })
  @PrimaryColumn('integer', { name: 'user_id', ...KEY })
  userId: number;

  @PrimaryColumn('text', KEY)
  kind: NotificationKind;

  @PrimaryColumn('text', KEY)
  channel: NotificationChannel;

  @Column('boolean')
  enabled: boolean;
}
