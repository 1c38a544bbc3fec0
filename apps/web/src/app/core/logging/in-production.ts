import { InjectionToken, isDevMode } from '@angular/core';

/** Whether this is the built app, in front of people. */
export const IN_PRODUCTION = new InjectionToken<boolean>('IN_PRODUCTION', { factory: () => !isDevMode() });
