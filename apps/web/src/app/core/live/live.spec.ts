import { Component, inject, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Me } from '@ticketing/contracts';
import { settle } from '../../../testing/backend';
import { makeMe } from '../../../testing/make';
import { AuthStore } from '../session/auth-store';
import { Live } from './live';
import { LiveConnection } from './live-connection';
import type { LiveMessage, LiveNews } from './live-news';
import { LiveTabs, type TabMessage } from './live-tabs';

type Reading = {
  lastId: string | null;
  heard: (message: LiveMessage) => void;
  end: () => void;
  signal: AbortSignal;
};

const CHANGE: LiveNews = { event: 'change', change: { type: 'comment.added', ticket_id: 5 } };

/** The stream, the other tabs and the sign-in, as played by the test. */
function setUp(leads = true) {
  const readings: Reading[] = [];
  const told: TabMessage[] = [];
  const news: LiveNews[] = [];
  let fromTab: (message: TabMessage) => void = () => undefined;
  const me = signal<Me | null>(makeMe());
  TestBed.configureTestingModule({
    providers: [
      { provide: AuthStore, useValue: { me, myId: () => me()?.id ?? null } },
      {
        provide: LiveConnection,
        useValue: {
          read: (lastId: string | null, heard: Reading['heard'], signal: AbortSignal) =>
            new Promise<void>((end) => {
              readings.push({ lastId, heard, signal, end });
              signal.addEventListener('abort', () => end());
            }),
        },
      },
      {
        provide: LiveTabs,
        useValue: {
          join: (_: number, heard: typeof fromTab) => {
            fromTab = heard;
            return { tell: (message: TabMessage) => told.push(message), leave: () => undefined };
          },
          lead: (_: number, work: () => Promise<void>) => (leads ? work() : Promise.resolve()),
        },
      },
    ],
  });
  @Component({ template: '' })
  class Page {
    constructor() {
      const live = inject(Live);
      live.hear((item) => news.push(item));
      live.start();
    }
  }
  const fixture = TestBed.createComponent(Page);
  fixture.detectChanges();
  const live = TestBed.inject(Live);
  return { live, me, readings, told, news, fixture, hearTab: (message: TabMessage) => fromTab(message) };
}

describe('Live', () => {
  beforeEach(() => jest.useRealTimers());

  it('hears news and passes them on to the other tabs', () => {
    const { live, readings, told, news } = setUp();
    readings[0]?.heard({ id: 'a', news: CHANGE });
    expect(live.status()).toBe('live');
    expect(news).toEqual([CHANGE]);
    expect(told).toContainEqual({ message: { id: 'a', news: CHANGE } });
  });

  it('comes back for what it has missed', async () => {
    const { readings } = setUp();
    readings[0]?.heard({ id: 'a', news: CHANGE });
    readings[0]?.end();
    await settle();
    window.dispatchEvent(new Event('online')); // waits no longer
    await settle();
    expect(readings.map(({ lastId }) => lastId)).toEqual([null, 'a']);
  });

  it('says that it is offline once it has failed twice, and live again when it is', async () => {
    const { live, readings } = setUp();
    for (const reading of [0, 1]) {
      readings[reading]?.end();
      await settle();
      window.dispatchEvent(new Event('online'));
      await settle();
    }
    expect(live.status()).toBe('offline');
    readings[2]?.heard({ id: 'a', news: null });
    expect(live.status()).toBe('live');
  });

  it('hears from the tab that reads for all', () => {
    const { live, readings, news, hearTab } = setUp(false);
    hearTab({ status: 'live' });
    hearTab({ message: { id: 'a', news: CHANGE } });
    expect(readings).toEqual([]);
    expect([live.status(), news]).toEqual(['live', [CHANGE]]);
  });

  it('stops when nobody is signed in any more, and forgets where it was', async () => {
    const { me, readings } = setUp();
    readings[0]?.heard({ id: 'a', news: null });
    me.set(null);
    TestBed.tick();
    expect(readings[0]?.signal.aborted).toBe(true);
    me.set({ ...makeMe(), id: 77 });
    TestBed.tick();
    await settle();
    expect(readings[1]?.lastId).toBeNull();
  });

  it('does not listen while two-factor sign-in must be set up', () => {
    const { me, readings } = setUp();
    me.set({ ...makeMe(), must_set_up_two_factor: true });
    TestBed.tick();
    expect(readings[0]?.signal.aborted).toBe(true);
  });

  it('sleeps when nobody has looked for five minutes, and catches up', async () => {
    jest.useFakeTimers();
    const { readings } = setUp();
    readings[0]?.heard({ id: 'a', news: null });
    const look = (hidden: boolean): void => {
      Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    look(true);
    jest.advanceTimersByTime(300_000);
    TestBed.tick();
    expect(readings[0]?.signal.aborted).toBe(true);
    look(false);
    TestBed.tick();
    expect(readings[1]?.lastId).toBe('a');
  });
});
