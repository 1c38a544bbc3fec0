import { DOCUMENT, Service, inject } from '@angular/core';

/** Local storage that never throws: it may be forbidden or full, and nothing here is worth a crash. */
@Service()
export class LocalStore {
  private readonly storage = storageOf(inject(DOCUMENT).defaultView);

  /** What was kept under a key, or null. */
  read(key: string): string | null {
    return this.storage?.getItem(key) ?? null;
  }

  /** Keeps a text under a key. */
  write(key: string, value: string): void {
    try {
      this.storage?.setItem(key, value);
    } catch {
      // Full, or forbidden in private windows.
    }
  }

  /** Forgets a key. */
  remove(key: string): void {
    this.storage?.removeItem(key);
  }
}

function storageOf(window: Window | null): Storage | null {
  try {
    return window?.localStorage ?? null;
  } catch {
    return null;
  }
}
