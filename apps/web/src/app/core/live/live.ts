import { DOCUMENT, DestroyRef, Service, computed, effect, inject, signal, untracked } from '@angular/core';
import { AuthStore } from '../session/auth-store';
import { LiveConnection } from './live-connection';
import type { LiveMessage, LiveNews } from './live-news';
import { LiveTabs, type TabGroup, type TabMessage } from './live-tabs';
import { retryDelay } from './retry-delay';

/** Whether changes of others show by themselves now. */
export type LiveStatus = 'connecting' | 'live' | 'offline';

/** A tab that nobody looked at for so long listens no more; it catches up when somebody looks again. */
const HIDDEN_MS = 300_000;
/** A stream that lived so long was a good one: the next try is not a repeated failure. */
const GOOD_MS = 10_000;

type Listener = (news: LiveNews) => void;

/** Hears what happens on the server, as long as somebody is signed in, in this tab or by the one that reads for all. */
@Service()
export class Live {
  private readonly auth = inject(AuthStore);
  private readonly connection = inject(LiveConnection);
  private readonly tabs = inject(LiveTabs);
  private readonly document = inject(DOCUMENT);

  private readonly state = signal<LiveStatus>('connecting');
  private readonly asleep = signal(false);
  /** Who listens now; the same after each refresh of the session. */
  private readonly listener = computed(() => {
    const mayListen = !this.asleep() && !this.auth.me()?.must_set_up_two_factor;
    return mayListen ? this.auth.myId() : null;
  });
  private readonly listeners = new Set<Listener>();
  private lastPerson: number | null = null;
  private group: TabGroup | null = null;
  private lastId: string | null = null;
  private wake: () => void = () => undefined;

  readonly status = this.state.asReadonly();

  /** Hears news until the caller is destroyed. Call it in an injection context. */
  hear(listener: Listener): void {
    this.listeners.add(listener);
    inject(DestroyRef).onDestroy(() => this.listeners.delete(listener));
  }

  /** Tells the other tabs what this one did, where the server has nothing new to tell. */
  tellTabs(news: LiveNews): void {
    this.group?.tell({ message: { id: null, news } });
  }

  /** Listens from now on, for as long as the caller lives. Call it in an injection context. */
  start(): void {
    this.watchTab();
    effect((onCleanup) => {
      const id = this.listener();
      if (id === null) return;
      const leaving = new AbortController();
      untracked(() => this.listen(id, leaving.signal));
      onCleanup(() => leaving.abort());
    });
  }

  private listen(personId: number, signal: AbortSignal): void {
    // Another person hears nothing of what the one before has missed.
    if (personId !== this.lastPerson) this.lastId = null;
    this.lastPerson = personId;
    const group = this.tabs.join(personId, (message) => this.hearTab(message));
    this.group = group;
    group.tell({ ask: 'status' });
    signal.addEventListener('abort', () => {
      group.leave();
      this.group = null;
      this.wake();
      this.state.set('connecting');
    });
    void this.tabs.lead(personId, () => this.read(signal), signal);
  }

  /** Reads one stream after another. */
  private async read(signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted;) {
      const began = Date.now();
      await this.connection
        .read(this.lastId, (message) => this.hearServer(message), signal)
        .catch(() => undefined);
      if (signal.aborted) return;
      failures = Date.now() - began > GOOD_MS ? 1 : failures + 1;
      // The first failure may be a process that makes room for the next one: not worth a word.
      if (failures > 1 || !this.isOnline()) this.tellStatus('offline');
      await this.pause(retryDelay(failures));
    }
  }

  private hearServer(message: LiveMessage): void {
    this.tellStatus('live');
    this.group?.tell({ message });
    this.take(message);
  }

  private hearTab(message: TabMessage): void {
    if ('message' in message) this.take(message.message);
    else if ('status' in message) this.state.set(message.status);
    // Only who knows better than "connecting" has something to say.
    else if (this.state() !== 'connecting') this.group?.tell({ status: this.state() });
  }

  private take({ id, news }: LiveMessage): void {
    this.lastId = id ?? this.lastId;
    if (news) for (const listener of [...this.listeners]) listener(news);
  }

  private tellStatus(status: LiveStatus): void {
    if (this.state() === status) return;
    this.state.set(status);
    this.group?.tell({ status });
  }

  /** Ends early when the network is back, or nobody listens any more. */
  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private isOnline(): boolean {
    return this.document.defaultView?.navigator.onLine !== false;
  }

  private watchTab(): void {
    const { document } = this;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const looked = (): void => {
      clearTimeout(timer);
      if (document.hidden) timer = setTimeout(() => this.asleep.set(true), HIDDEN_MS);
      else this.asleep.set(false);
    };
    const online = (): void => this.wake();
    const offline = (): void => this.tellStatus('offline');
    document.addEventListener('visibilitychange', looked);
    document.defaultView?.addEventListener('online', online);
    document.defaultView?.addEventListener('offline', offline);
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', looked);
      document.defaultView?.removeEventListener('online', online);
      document.defaultView?.removeEventListener('offline', offline);
    });
  }
}
