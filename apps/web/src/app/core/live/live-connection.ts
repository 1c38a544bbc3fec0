import { DOCUMENT, Service, inject } from '@angular/core';
import { AuthStore } from '../session/auth-store';
import { type LiveMessage, LiveParser } from './live-news';

const ADDRESS = '/api/live/';
/** The server says something every 20 s: after this time without a word the line is dead. */
const SILENCE_MS = 50_000;

/** One reading of the stream by fetch: `EventSource` knows no Authorization header, and tokens do not belong into URLs. */
@Service()
export class LiveConnection {
  private readonly auth = inject(AuthStore);
  private readonly window = inject(DOCUMENT).defaultView;

  /**
   * Reads until the stream ends, which every stream does at some time.
   * @param lastId of the last message that is known; what happened since is told first
   */
  async read(
    lastId: string | null,
    heard: (message: LiveMessage) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const silence = new AbortController();
    let timer = setTimeout(() => silence.abort(), SILENCE_MS);
    try {
      const reader = await this.open(lastId, AbortSignal.any([signal, silence.signal]));
      const decoder = new TextDecoder();
      const parser = new LiveParser();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        clearTimeout(timer);
        timer = setTimeout(() => silence.abort(), SILENCE_MS);
        parser.push(decoder.decode(value, { stream: true })).forEach(heard);
      }
    } finally {
      clearTimeout(timer);
    }
  }

  private async open(
    lastId: string | null,
    signal: AbortSignal,
  ): Promise<ReadableStreamDefaultReader<Uint8Array>> {
    const known = this.auth.accessToken();
    let response = await this.ask(known, lastId, signal);
    if (response.status === 401) {
      // Somebody else may have refreshed meanwhile.
      const current = this.auth.accessToken();
      const fresh = current !== known ? current : await this.auth.refresh();
      response = await this.ask(fresh, lastId, signal);
    }
    if (!response.ok || !response.body) throw new Error(`the stream answered ${response.status}`);
    return response.body.getReader();
  }

  private ask(token: string | null, lastId: string | null, signal: AbortSignal): Promise<Response> {
    if (!this.window || token === null) return Promise.reject(new Error('nobody is signed in'));
    const headers = new Headers({ Authorization: `Bearer ${token}`, Accept: 'text/event-stream' });
    if (lastId !== null) headers.set('Last-Event-ID', lastId);
    return this.window.fetch(ADDRESS, { headers, signal, cache: 'no-store' });
  }
}
