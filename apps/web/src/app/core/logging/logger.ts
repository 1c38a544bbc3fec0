import { DOCUMENT, Service, inject, isDevMode } from '@angular/core';

/** Facts that go with a log line. */
export type LogFields = Record<string, unknown>;

/** The one place where the app writes down what went wrong: the console in development, nowhere in production yet. */
@Service()
export class Logger {
  private readonly console = inject(DOCUMENT).defaultView?.console;

  /** Something broke that a developer must look at. */
  error(event: string, fields: LogFields = {}): void {
    if (isDevMode()) this.console?.error(event, fields);
  }
}
