import { LiveAnnouncer } from '@angular/cdk/a11y';
import { httpResource } from '@angular/common/http';
import { Service, computed, effect, inject, linkedSignal, signal, untracked } from '@angular/core';
import { UNREAD_COUNT_MAX, type UnreadCount } from '@ticketing/contracts';
import { gathered } from '../../core/live/gathered';
import { Live } from '../../core/live/live';
import { AuthStore } from '../../core/session/auth-store';
import { NOTIFICATIONS_URL } from './notifications-api';

/** How many notifications wait to be read: asked at the start, when the stream opens and each time the server rings. */
@Service()
export class BellStore {
  private readonly auth = inject(AuthStore);
  private readonly live = inject(Live);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly rings = signal(0);
  private readonly answer = httpResource<UnreadCount>(() => {
    this.rings();
    return this.auth.myId() === null ? undefined : `${NOTIFICATIONS_URL}unread_count/`;
  });
  /** The last answer stays until the next one is there; another person starts without. */
  private readonly count = linkedSignal<CountSource, number>({
    source: () => ({
      me: this.auth.myId(),
      unread: this.answer.hasValue() ? this.answer.value().unread : null,
    }),
    computation: ({ me, unread }, previous) => unread ?? (previous?.source.me === me ? previous.value : 0),
  });

  readonly unread = this.count.asReadonly();
  /** For the badge; null when there is nothing to say. */
  readonly unreadWords = computed(() => {
    const unread = this.count();
    if (unread === 0) return null;
    return unread >= UNREAD_COUNT_MAX ? `${UNREAD_COUNT_MAX - 1}+` : String(unread);
  });
  /** Moves each time there may be something new: whoever shows the list loads it again. */
  readonly rung = this.rings.asReadonly();

  constructor() {
    const ring = gathered<void>(() => this.rings.update((count) => count + 1), { waitMs: 50, restMs: 1_000 });
    this.live.hear(({ event }) => {
      if (event !== 'change') ring();
    });
    this.whenItGoesLive(ring);
    this.announceMore();
  }

  /** Takes so many from the count: they were read here. The other tabs ask anew. */
  took(read: number): void {
    this.count.update((count) => Math.max(0, count - read));
  }

  /** Asks again, and lets the other tabs ask. */
  changed(): void {
    this.rings.update((count) => count + 1);
    this.live.tellTabs({ event: 'notification' });
  }

  /** What was told after the first answer and before the stream was open was heard by nobody. */
  private whenItGoesLive(ring: () => void): void {
    let wasLive = this.live.status() === 'live';
    effect(() => {
      const isLive = this.live.status() === 'live';
      if (isLive && !wasLive) untracked(ring);
      wasLive = isLive;
    });
  }

  /** At most once a second: the server's rings are gathered. */
  private announceMore(): void {
    let before: number | null = null;
    effect(() => {
      if (!this.answer.hasValue()) return;
      const { unread } = this.answer.value();
      const isMore = before !== null && unread > before;
      before = unread;
      if (isMore) {
        const words = untracked(this.unreadWords);
        void this.announcer.announce(`${words} unread ${unread === 1 ? 'notification' : 'notifications'}`);
      }
    });
  }
}

interface CountSource {
  me: number | null;
  unread: number | null;
}
