import { HttpBackend, HttpClient } from '@angular/common/http';
import { DOCUMENT, Service, inject } from '@angular/core';
import type { ClientLogLevel, ClientLogRequest } from '@ticketing/contracts';
import { type LogFields, lineFor } from './log-line';

const WINDOW_MS = 60_000;
const MOST_IN_WINDOW = 10;

/** Sends log lines to the server: at most ten a minute, the same one once. What fails is not worth a second try. */
@Service()
export class ClientReports {
  // Past the interceptors: a report must neither refresh the session nor be reported itself.
  private readonly http = new HttpClient(inject(HttpBackend));
  private readonly location = inject(DOCUMENT).location;
  private sent: { at: number; message: string }[] = [];

  send(level: ClientLogLevel, event: string, fields: LogFields): void {
    const line = lineFor(level, event, fields, this.location.pathname);
    if (this.mayGo(line)) this.http.post('/api/client_logs/', line).subscribe({ error: () => undefined });
  }

  private mayGo({ message }: ClientLogRequest): boolean {
    const now = Date.now();
    this.sent = this.sent.filter(({ at }) => now - at < WINDOW_MS);
    if (this.sent.length >= MOST_IN_WINDOW) return false;
    if (this.sent.some((earlier) => earlier.message === message)) return false;
    this.sent.push({ at: now, message });
    return true;
  }
}
