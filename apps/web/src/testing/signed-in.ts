import { type Provider, signal } from '@angular/core';
import type { Me } from '@ticketing/contracts';
import { AuthStore } from '../app/core/session/auth-store';
import { makeMe } from './make';

/** Somebody is signed in: for tests that are not about how. */
export function provideSignedIn(me: Me = makeMe()): Provider {
  const person = signal(me);
  const auth: Pick<AuthStore, 'me' | 'myId' | 'accessToken' | 'accept' | 'reload'> = {
    me: person,
    myId: signal(me.id),
    accessToken: signal('token-1'),
    accept: (news) => person.set(news),
    reload: () => Promise.resolve(),
  };
  return { provide: AuthStore, useValue: auth };
}
