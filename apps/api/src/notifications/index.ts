export { NotificationEntity } from './notification.entity.js';
export { NotificationPreferenceEntity } from './notification-preference.entity.js';
export { NotificationsModule } from './notifications.module.js';
export { TicketMuteEntity } from './ticket-mute.entity.js';
