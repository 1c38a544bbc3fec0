import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { CARLA, makeMe } from '../../../testing/make';
import { provideSignedIn } from '../../../testing/signed-in';
import { Drafts } from './drafts';
import { keepDraft } from './keep-draft';

describe('keepDraft', () => {
  const typed = signal('');
  const name = signal<string | undefined>('reply');
  const kept = () => TestBed.inject(Drafts).read<string>('reply')?.value;

  beforeEach(() => {
    localStorage.clear();
    typed.set('');
    name.set('reply');
    TestBed.configureTestingModule({ providers: [provideSignedIn(makeMe(CARLA))] });
    TestBed.runInInjectionContext(() =>
      keepDraft({ name, typed, isWorthKeeping: (text) => text.trim() !== '' }),
    );
    TestBed.tick();
  });

  it('keeps what is typed', () => {
    typed.set('half a thought');
    TestBed.tick();

    expect(kept()).toBe('half a thought');
  });

  it('keeps the last words of somebody who leaves the page before it is rendered again', () => {
    typed.set('half a thought');
    window.dispatchEvent(new Event('pagehide'));

    expect(kept()).toBe('half a thought');
  });

  it('forgets what was deleted again', () => {
    typed.set('half a thought');
    TestBed.tick();
    typed.set(' ');
    TestBed.tick();

    expect(kept()).toBeUndefined();
  });

  it('keeps nothing once it was sent', () => {
    name.set(undefined);
    typed.set('sent');
    TestBed.tick();
    window.dispatchEvent(new Event('pagehide'));

    expect(kept()).toBeUndefined();
  });

  it('stops with whoever asked for it', () => {
    TestBed.resetTestingModule();
    typed.set('somebody else types');
    window.dispatchEvent(new Event('pagehide'));

    expect(localStorage).toHaveLength(0);
  });
});
