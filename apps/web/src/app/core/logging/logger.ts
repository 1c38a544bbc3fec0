import { DOCUMENT, Service, inject } from '@angular/core';
import type { ClientLogLevel } from '@ticketing/contracts';
import { ClientReports } from './client-reports';
import { IN_PRODUCTION } from './in-production';
import type { LogFields } from './log-line';

/** The one place where the app writes down what happens: in the console while developing, else in the server's log. */
@Service()
export class Logger {
  private readonly console = inject(DOCUMENT).defaultView?.console;
  private readonly inProduction = inject(IN_PRODUCTION);
  private readonly reports = inject(ClientReports);

  /** Something broke that a developer must look at. */
  error(event: string, fields: LogFields = {}): void {
    this.write('error', event, fields);
  }

  /** Something is odd, but the app goes on. */
  warn(event: string, fields: LogFields = {}): void {
    this.write('warn', event, fields);
  }

  /** Something that a person did and that helps to understand what came after. */
  info(event: string, fields: LogFields = {}): void {
    this.write('info', event, fields);
  }

  private write(level: ClientLogLevel, event: string, fields: LogFields): void {
    if (this.inProduction) this.reports.send(level, event, fields);
    else this.console?.[level](event, fields);
  }
}
