import { HttpClient } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { NotificationView, Page, ReadAllRequest } from '@ticketing/contracts';
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

  readAll(up_to: number): Promise<void> {
    const body: ReadAllRequest = { up_to };
    return firstValueFrom(this.http.post<void>(`${NOTIFICATIONS_URL}read_all/`, body));
  }
}
