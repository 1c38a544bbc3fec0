import { type HttpResourceRef, httpResource } from '@angular/common/http';
import type { TagList } from '@ticketing/contracts';

/** All that can be put on tickets; nothing is asked while nobody wants it. Call it in an injection context. */
export function tagsResource(wanted: () => boolean): HttpResourceRef<TagList | undefined> {
  return httpResource<TagList>(() => (wanted() ? '/api/tags/' : undefined));
}
