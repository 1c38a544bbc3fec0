import type { Routes } from '@angular/router';
import { NotFound } from './core/pages/not-found';
import { anonymousOnly, signedInOnly } from './core/session/guards';

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
  {
    path: '403',
    title: 'No access',
    loadComponent: () => import('./core/pages/forbidden').then((file) => file.Forbidden),
  },
  {
    path: '',
    canActivate: [signedInOnly],
    loadComponent: () => import('./shell/shell').then((file) => file.Shell),
    loadChildren: () => import('./tickets/tickets.routes').then((file) => file.ticketRoutes),
  },
  { path: '**', title: 'Page not found', component: NotFound },
];
