import type { TagRef, TagView } from '@ticketing/contracts';
import { counted } from '../platform/http/paging.js';
import type { TagEntity } from './tag.entity.js';
import type { TagRow } from './tags.repository.js';

/** As it stands on a ticket. */
export function presentTagRef({ id, name, color }: Pick<TagEntity, 'id' | 'name' | 'color'>): TagRef {
  return { id, name, color };
}

/** As the admin area shows it. */
export function presentTag(row: TagRow): TagView {
  return {
    ...presentTagRef(row),
    description: row.description,
    ticket_count: counted(row.ticketCount),
    version: row.version,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
    deleted_at: row.deletedAt?.toISOString() ?? null,
  };
}
