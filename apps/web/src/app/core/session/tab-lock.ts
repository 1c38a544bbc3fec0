import { DOCUMENT, Service, inject } from '@angular/core';

const NAME = 'ticketing.refresh';

/**
 * Lets one tab at a time refresh the session. A refresh token is for one use: two tabs that spend the same one
 * look like a thief to the API, which then ends the whole session.
 */
@Service()
export class TabLock {
  private readonly locks = inject(DOCUMENT).defaultView?.navigator.locks;

  /** Runs the work while no other tab does. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    // Missing on plain-http hosts other than localhost.
    return this.locks ? this.locks.request(NAME, work) : work();
  }
}
