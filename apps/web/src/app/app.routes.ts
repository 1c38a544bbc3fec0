import type { Routes } from '@angular/router';
import { NotFound } from './core/pages/not-found';
import { Unreachable } from './core/pages/unreachable';
import {
  administratorsOnly,
  anonymousOnly,
  secondFactorFirst,
  signedInOnly,
  unreachableOnly,
} from './core/session/guards';

/** Every address of the app. */
export const routes: Routes = [
  {
    path: 'login',
    title: 'Sign in',
    canActivate: [anonymousOnly],
    loadComponent: () => import('./auth/login').then((file) => file.Login),
  },
  {
    path: 'register',
    title: 'Create an account',
    canActivate: [anonymousOnly],
    loadComponent: () => import('./auth/register').then((file) => file.Register),
  },
  // Open to signed-in people, too: a link from a mail may be pressed in any browser.
  {
    path: 'forgot-password',
    title: 'Forgot password',
    loadComponent: () => import('./auth/forgot-password').then((file) => file.ForgotPassword),
  },
  {
    path: 'reset-password/:token',
    title: 'Set a new password',
    loadComponent: () => import('./auth/reset-password').then((file) => file.ResetPassword),
  },
  {
    path: 'verify-email/:token',
    title: 'Verify your address',
    loadComponent: () => import('./auth/verify-email').then((file) => file.VerifyEmail),
  },
  {
    path: 'rate/:token',
    title: 'How did we do?',
    loadComponent: () => import('./auth/rate-by-link').then((file) => file.RateByLink),
  },
  // Not lazy: nothing more can be loaded then.
  { path: 'unreachable', title: 'No answer', canActivate: [unreachableOnly], component: Unreachable },
  {
    path: '403',
    title: 'No access',
    loadComponent: () => import('./core/pages/forbidden').then((file) => file.Forbidden),
  },
  {
    path: '',
    canActivate: [signedInOnly],
    loadComponent: () => import('./shell/shell').then((file) => file.Shell),
    children: [
      {
        path: 'account',
        title: 'Your account',
        loadComponent: () => import('./account/account-page').then((file) => file.AccountPage),
      },
      {
        path: 'stats',
        title: 'Stats',
        canMatch: [administratorsOnly],
        canActivate: [secondFactorFirst],
        loadComponent: () => import('./stats/stats-page').then((file) => file.StatsPage),
      },
      {
        path: 'admin',
        canMatch: [administratorsOnly],
        canActivate: [secondFactorFirst],
        loadChildren: () => import('./admin/admin.routes').then((file) => file.adminRoutes),
      },
      {
        path: '',
        canActivate: [secondFactorFirst],
        loadChildren: () => import('./tickets/tickets.routes').then((file) => file.ticketRoutes),
      },
    ],
  },
  { path: '**', title: 'Page not found', component: NotFound },
];
