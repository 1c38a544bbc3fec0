import { Service, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { LoginRequest, Me, RegisterRequest, SessionView } from '@ticketing/contracts';
import { sentenceFor, statusOf } from '../http/problem';
import { Logger } from '../logging/logger';
import { LocalStore } from '../storage/local-store';
import { SessionApi } from './session-api';
import { SessionChannel } from './session-channel';
import { TabLock } from './tab-lock';

/** Not a secret: only says that asking for a session at the start is worth the round trip. */
const HINT_KEY = 'ticketing.session';

/** Who is signed in. The access token lives in memory only; the refresh token in a cookie that scripts cannot read. */
@Service()
export class AuthStore {
  private readonly api = inject(SessionApi);
  private readonly store = inject(LocalStore);
  private readonly channel = inject(SessionChannel);
  private readonly lock = inject(TabLock);
  private readonly router = inject(Router);
  private readonly logger = inject(Logger);

  private readonly session = signal<SessionView | null>(null);
  private readonly failure = signal<string | null>(null);
  private refreshing: Promise<string | null> | null = null;
  private resuming: Promise<void> | null = null;

  /** The signed-in person, or null. */
  readonly me = computed<Me | null>(() => this.session()?.user ?? null);
  /** Changes with the person only, not with each refresh. */
  readonly myId = computed(() => this.me()?.id ?? null);
  readonly accessToken = computed(() => this.session()?.access_token ?? null);
  /** Why nobody knows yet whether the earlier session lives; null when it is known. */
  readonly resumeFailure = computed(() => (this.session() ? null : this.failure()));

  constructor() {
    this.channel.onSignOut(() => this.leave());
  }

  /** Asks once, at the start, whether an earlier session still lives. */
  resume(): Promise<void> {
    this.resuming ??= this.store.read(HINT_KEY) ? this.refresh().then(() => undefined) : Promise.resolve();
    return this.resuming;
  }

  /** Asks once more, after the server did not answer. */
  resumeAgain(): Promise<void> {
    this.resuming = null;
    return this.resume();
  }

  async register(person: Omit<RegisterRequest, 'refresh_transport'>): Promise<void> {
    this.begin(await this.api.register(person));
    this.logger.info('registered');
  }

  async login(credentials: Omit<LoginRequest, 'refresh_transport'>): Promise<void> {
    this.begin(await this.api.login(credentials));
    this.logger.info('signed in');
  }

  /** Ends the session here, in the other tabs and on the server; here even when the server does not answer. */
  async logout(): Promise<void> {
    try {
      await this.api.logout();
    } catch {
      // The tokens die by themselves; staying signed in on a shared machine would be worse.
    }
    this.logger.info('signed out');
    this.channel.announceSignOut();
    this.leave();
  }

  /** Takes over what the server says about the signed-in person. */
  accept(me: Me): void {
    this.session.update((session) => session && { ...session, user: me });
  }

  /** Asks the server who the signed-in person is now. */
  async reload(): Promise<void> {
    this.accept(await this.api.me());
  }

  /** The server wants two-factor sign-in first, perhaps since a moment ago: leads to where it is set up. */
  requireTwoFactor(): void {
    const me = this.me();
    if (!me || me.must_set_up_two_factor) return;
    this.accept({ ...me, must_set_up_two_factor: true });
    void this.router.navigate(['/account'], { fragment: 'two-factor' });
  }

  /** The server has ended all sessions, this one too: here and in the other tabs nobody is signed in any more. */
  forgetSession(): void {
    if (this.session()) this.channel.announceSignOut();
    this.forget();
  }

  /** A fresh access token, or null when the session is over. However many ask, one request goes out. */
  refresh(): Promise<string | null> {
    this.refreshing ??= this.lock
      .run(() => this.askForTokens())
      .finally(() => {
        this.refreshing = null;
      });
    return this.refreshing;
  }

  private async askForTokens(): Promise<string | null> {
    try {
      const session = await this.api.refresh();
      this.begin(session);
      return session.access_token;
    } catch (error) {
      // Only a refusal ends the session; a network that is down does not.
      if ([400, 401, 403].includes(statusOf(error))) this.expire();
      else this.failure.set(sentenceFor(error));
      return null;
    }
  }

  /** The session died by itself: sign in again, then come back to where you were. */
  private expire(): void {
    const wasSignedIn = this.session() !== null;
    this.forget();
    if (!wasSignedIn) return;
    this.logger.info('session ended');
    void this.router.navigate(['/login'], { queryParams: { return_url: this.router.url } });
  }

  private leave(): void {
    this.forget();
    void this.router.navigate(['/login']);
  }

  private begin(session: SessionView): void {
    this.session.set(session);
    this.failure.set(null);
    this.store.write(HINT_KEY, 'yes');
  }

  private forget(): void {
    this.session.set(null);
    this.failure.set(null);
    this.store.remove(HINT_KEY);
  }
}
