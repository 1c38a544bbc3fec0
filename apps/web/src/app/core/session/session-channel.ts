import { DOCUMENT, DestroyRef, Service, inject } from '@angular/core';

const NAME = 'ticketing.session';
const SIGNED_OUT = 'signed-out';

/** Tells the other tabs that the session ended, and hears it from them. */
@Service()
export class SessionChannel {
  private readonly channel = open(inject(DOCUMENT).defaultView);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.channel?.close());
  }

  /** Tells the other tabs. */
  announceSignOut(): void {
    this.channel?.postMessage(SIGNED_OUT);
  }

  /** Runs when another tab has signed out. */
  onSignOut(heard: () => void): void {
    this.channel?.addEventListener('message', ({ data }) => {
      if (data === SIGNED_OUT) heard();
    });
  }
}

function open(window: (Window & typeof globalThis) | null): BroadcastChannel | null {
  return window && 'BroadcastChannel' in window ? new window.BroadcastChannel(NAME) : null;
}
