import type { TemplateView, TicketTemplate } from '@ticketing/contracts';
import type { TemplateRow } from './templates.repository.js';

/** As the form needs it. */
export function presentForForm(row: TemplateRow): TicketTemplate {
  const { id, name, title, description, category, priority } = row;
  return { id, name, title, description, category, priority };
}

/** As admins see it. */
export function presentTemplate(row: TemplateRow): TemplateView {
  return {
    ...presentForForm(row),
    is_active: row.isActive,
    position: row.position,
    version: row.version,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
    deleted_at: row.deletedAt?.toISOString() ?? null,
  };
}
