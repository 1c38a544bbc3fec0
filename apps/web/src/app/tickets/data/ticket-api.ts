import { HttpClient } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type {
  AddCommentRequest,
  CommentView,
  CreateTicketRequest,
  Page,
  RateTicketRequest,
  Rating,
  TicketSummary,
  TicketView,
  TimelineEntry,
  UpdateCommentRequest,
  UpdateStatusRequest,
  UpdateTicketRequest,
} from '@ticketing/contracts';
import { type Observable, firstValueFrom } from 'rxjs';
import type { ListPlace } from './list-place';
import { listRequest } from './list-request';

/** Address of a ticket in the API. */
export function ticketUrl(id: number): string {
  return `/api/tickets/${id}/`;
}

/** Address of a comment in the API, for those who may change it. */
function commentUrl(id: number): string {
  return `/api/admin/comments/${id}/`;
}

/** The ticket endpoints of the API. */
@Service()
export class TicketApi {
  private readonly http = inject(HttpClient);

  read(id: number): Promise<TicketView> {
    return firstValueFrom(this.http.get<TicketView>(ticketUrl(id)));
  }

  /** @param cursor of the page before; null for the first */
  page(place: ListPlace, cursor: string | null): Promise<Page<TicketSummary>> {
    const { url, params } = listRequest(place, cursor);
    return firstValueFrom(this.http.get<Page<TicketSummary>>(url, { params }));
  }

  /** @param cursor of the page before; null for the newest */
  timeline(id: number, cursor: string | null): Promise<Page<TimelineEntry>> {
    const params: Record<string, string> = cursor === null ? {} : { cursor };
    return firstValueFrom(this.http.get<Page<TimelineEntry>>(`${ticketUrl(id)}timeline/`, { params }));
  }

  create(ticket: CreateTicketRequest, key: string): Promise<TicketView> {
    const headers = { 'Idempotency-Key': key };
    return firstValueFrom(this.http.post<TicketView>('/api/tickets/', ticket, { headers }));
  }

  update(id: number, version: number, change: UpdateTicketRequest): Promise<TicketView> {
    return this.patch(ticketUrl(id), version, change);
  }

  updateStatus(id: number, version: number, change: UpdateStatusRequest): Promise<TicketView> {
    return this.patch(`${ticketUrl(id)}update_status/`, version, change);
  }

  addComment(id: number, comment: AddCommentRequest, key: string): Promise<CommentView> {
    const headers = { 'Idempotency-Key': key };
    return firstValueFrom(this.http.post<CommentView>(`${ticketUrl(id)}add_comment/`, comment, { headers }));
  }

  editComment(id: number, version: number, change: UpdateCommentRequest): Promise<CommentView> {
    const headers = { 'If-Match': `"${version}"` };
    return firstValueFrom(this.http.patch<CommentView>(commentUrl(id), change, { headers }));
  }

  async deleteComment(id: number): Promise<void> {
    await firstValueFrom(this.http.delete<void>(commentUrl(id)));
  }

  restoreComment(id: number): Promise<CommentView> {
    return firstValueFrom(this.http.post<CommentView>(`${commentUrl(id)}restore/`, {}));
  }

  rate(id: number, rating: RateTicketRequest, key: string): Promise<Rating> {
    const headers = { 'Idempotency-Key': key };
    return firstValueFrom(this.http.post<Rating>(`${ticketUrl(id)}rating/`, rating, { headers }));
  }

  close(id: number): Promise<TicketView> {
    return firstValueFrom(this.post(`${ticketUrl(id)}close/`));
  }

  reopen(id: number): Promise<TicketView> {
    return firstValueFrom(this.post(`${ticketUrl(id)}reopen/`));
  }

  private post(url: string): Observable<TicketView> {
    return this.http.post<TicketView>(url, {});
  }

  /** The version is the ETag: who changes what somebody else has changed meanwhile gets a 412. */
  private patch(url: string, version: number, body: unknown): Promise<TicketView> {
    const headers = { 'If-Match': `"${version}"` };
    return firstValueFrom(this.http.patch<TicketView>(url, body, { headers }));
  }
}
