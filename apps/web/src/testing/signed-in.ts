import { type Provider, signal } from '@angular/core';
import type { Me } from '@ticketing/contracts';
import { AuthStore } from '../app/core/session/auth-store';
import { makeMe } from './make';

/** Somebody is signed in: for tests that are not about how. */
export function provideSignedIn(me: Me = makeMe()): Provider {
  const auth: Pick<AuthStore, 'me' | 'myId' | 'accessToken'> = {
    me: signal(me),
    myId: signal(me.id),
    accessToken: signal('token-1'),
  };
  return { provide: AuthStore, useValue: auth };
}
