import { provideHttpClient, withFetch, withInterceptors } from '@angular/common/http';
import {
  type ApplicationConfig,
  ErrorHandler,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import { provideRouter, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';
import { routes } from './app.routes';
import { AppErrorHandler } from './core/logging/app-error-handler';
import { failedRequests } from './core/logging/failed-requests';
import { AuthStore } from './core/session/auth-store';
import { secondFactorInterceptor } from './core/session/second-factor-interceptor';
import { sessionInterceptor } from './core/session/session-interceptor';

/** Everything that the app runs on. */
export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    { provide: ErrorHandler, useExisting: AppErrorHandler },
    provideHttpClient(
      withFetch(),
      withInterceptors([failedRequests, secondFactorInterceptor, sessionInterceptor]),
    ),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled' }),
    ),
    // Not awaited: the guards wait for the answer, while the first chunk of the page already loads.
    provideAppInitializer(() => {
      void inject(AuthStore).resume();
    }),
  ],
};
