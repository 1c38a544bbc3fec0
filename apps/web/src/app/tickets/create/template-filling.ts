import type { CreateTicketRequest, TicketTemplate } from '@ticketing/contracts';

const TEXTS = ['title', 'description'] as const;

/** What somebody has typed: what still reads as the template before left it is not. */
function typedOf(
  text: (typeof TEXTS)[number],
  ticket: CreateTicketRequest,
  before: TicketTemplate | null,
): string {
  return before && ticket[text].trim() === before[text].trim() ? '' : ticket[text];
}

/** Whether a template would take the place of something that somebody has typed. */
export function replacesText(
  ticket: CreateTicketRequest,
  template: TicketTemplate,
  before: TicketTemplate | null,
): boolean {
  return TEXTS.some((text) => {
    const typed = typedOf(text, ticket, before).trim();
    return template[text] !== '' && typed !== '' && typed !== template[text].trim();
  });
}

/** The ticket as the template starts it. What the template leaves open stays as it was typed. */
export function filledFrom(
  ticket: CreateTicketRequest,
  template: TicketTemplate,
  before: TicketTemplate | null,
): CreateTicketRequest {
  const { id, category, priority } = template;
  return {
    title: template.title || typedOf('title', ticket, before),
    description: template.description || typedOf('description', ticket, before),
    category,
    priority,
    template_id: id,
  };
}

/** The ticket without a template: only what was typed, and what was chosen besides. */
export function clearedOf(ticket: CreateTicketRequest, before: TicketTemplate | null): CreateTicketRequest {
  return {
    title: typedOf('title', ticket, before),
    description: typedOf('description', ticket, before),
    category: ticket.category,
    priority: ticket.priority,
  };
}
