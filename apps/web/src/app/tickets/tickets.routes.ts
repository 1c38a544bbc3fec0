import type { Routes } from '@angular/router';
import { ticketsMatcher } from './tickets-matcher';

/** The addresses of this room. List and ticket are one route, so that the list stays while tickets come and go. */
export const ticketRoutes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'tickets' },
  {
    path: 'tickets/new',
    title: 'New ticket',
    loadComponent: () => import('./create/create-ticket-page').then((file) => file.CreateTicketPage),
  },
  {
    matcher: ticketsMatcher,
    title: 'Support tickets',
    loadComponent: () => import('./ticket-manager').then((file) => file.TicketManager),
  },
];
