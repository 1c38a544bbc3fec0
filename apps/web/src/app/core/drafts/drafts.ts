import { Service, inject } from '@angular/core';
import { AuthStore } from '../session/auth-store';
import { LocalStore } from '../storage/local-store';

/** A text that somebody typed and did not send yet. */
export interface Draft<T> {
  value: T;
  /** ISO 8601. */
  savedAt: string;
}

const PREFIX = 'ticketing.draft.';

/** Keeps what people type until it is sent, across reloads and restarts; each person's own on a shared machine. */
@Service()
export class Drafts {
  private readonly store = inject(LocalStore);
  private readonly auth = inject(AuthStore);

  /** The draft under a name, or null. */
  read<T>(name: string): Draft<T> | null {
    const stored = this.store.read(this.key(name));
    if (stored === null) return null;
    try {
      return JSON.parse(stored) as Draft<T>;
    } catch {
      // Written by another version, or by hand.
      return null;
    }
  }

  /** Keeps a draft under a name. */
  keep<T>(name: string, value: T): void {
    const draft: Draft<T> = { value, savedAt: new Date().toISOString() };
    this.store.write(this.key(name), JSON.stringify(draft));
  }

  /** Forgets a draft that was sent or thrown away. */
  discard(name: string): void {
    this.store.remove(this.key(name));
  }

  private key(name: string): string {
    return `${PREFIX}${this.auth.me()?.id ?? 0}.${name}`;
  }
}
