import type { Routes } from '@angular/router';

/** The addresses of this room. What `:model` is stands in the registry. */
export const adminRoutes: Routes = [
  {
    path: '',
    loadComponent: () => import('./admin-frame').then((file) => file.AdminFrame),
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'Admin',
        loadComponent: () => import('./admin-index').then((file) => file.AdminIndex),
      },
      {
        path: ':model',
        loadComponent: () => import('./list/model-list-page').then((file) => file.ModelListPage),
      },
      {
        path: ':model/new',
        loadComponent: () => import('./form/new-row-page').then((file) => file.NewRowPage),
      },
      {
        path: ':model/:id/history',
        loadComponent: () => import('./history/row-history-page').then((file) => file.RowHistoryPage),
      },
      {
        path: ':model/:id',
        loadComponent: () => import('./detail/model-detail-page').then((file) => file.ModelDetailPage),
      },
    ],
  },
];
