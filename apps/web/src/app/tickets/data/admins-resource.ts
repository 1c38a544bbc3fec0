import { type HttpResourceRef, httpResource } from '@angular/common/http';
import type { Page, UserRef } from '@ticketing/contracts';

/** The admins whose name matches; nothing is asked while the search is undefined. Call it in an injection context. */
export function adminsResource(search: () => string | undefined): HttpResourceRef<Page<UserRef> | undefined> {
  return httpResource<Page<UserRef>>(() => {
    const q = search();
    return q === undefined ? undefined : { url: '/api/users/', params: { role: 'admin', ...(q && { q }) } };
  });
}
