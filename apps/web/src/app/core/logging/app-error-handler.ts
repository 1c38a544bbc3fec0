import { type ErrorHandler, Service, inject } from '@angular/core';
import { Toaster } from '../../ui/toaster';
import { Logger } from './logger';

/** Catches what nobody caught: writes it down, tells the person, and keeps the app alive. */
@Service()
export class AppErrorHandler implements ErrorHandler {
  private readonly logger = inject(Logger);
  private readonly toaster = inject(Toaster);

  handleError(error: unknown): void {
    this.logger.error('unexpected error', { error });
    this.toaster.failed(
      'Something went wrong. What you typed is kept; reload the page if it does not respond.',
    );
  }
}
