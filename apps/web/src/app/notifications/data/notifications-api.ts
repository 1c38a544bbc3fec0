import { HttpClient } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type {
  NotificationView,
  Page,
  ReadAllRequest,
  ReadTicketNotificationsRequest,
  UnreadCount,
} from '@ticketing/contracts';
import { firstValueFrom } from 'rxjs';

export const NOTIFICATIONS_URL = '/api/notifications/';

/** The endpoints of the own notifications. */
@Service()
export class NotificationsApi {
  private readonly http = inject(HttpClient);

  /** @param cursor of the page before */
  page(cursor: string): Promise<Page<NotificationView>> {
    return firstValueFrom(this.http.get<Page<NotificationView>>(NOTIFICATIONS_URL, { params: { cursor } }));
  }

  read(id: number): Promise<void> {
    return firstValueFrom(this.http.post<void>(`${NOTIFICATIONS_URL}${id}/read/`, {}));
  }

  /** Everything about the ticket; resolves to what else is unread. */
  readTicket(ticket_id: number): Promise<UnreadCount> {
    const body: ReadTicketNotificationsRequest = { ticket_id };
    return firstValueFrom(this.http.post<UnreadCount>(`${NOTIFICATIONS_URL}read_ticket/`, body));
  }

  readAll(up_to: number): Promise<void> {
    const body: ReadAllRequest = { up_to };
    return firstValueFrom(this.http.post<void>(`${NOTIFICATIONS_URL}read_all/`, body));
  }
}
