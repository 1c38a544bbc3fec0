import {
  BULK_LIMITS,
  type BulkTicketChange,
  type BulkTicketsRequest,
  LIMITS,
  TAG_LIMITS,
  TICKET_CATEGORIES,
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  type TicketCategory,
  type TicketPriority,
  type TicketStatus,
} from '@ticketing/contracts';
import {
  ChoiceField,
  FlagField,
  IdField,
  IdsField,
  ObjectField,
  TextField,
} from '../../platform/http/fields.js';

export class BulkTicketChangeDto implements BulkTicketChange {
  @ChoiceField(TICKET_STATUSES, { description: 'Where they go.', example: 'resolved', optional: true })
  status?: TicketStatus;

  @TextField({
    ...LIMITS.adminFeedback,
    description: 'Told to each requester, as Markdown; needs `status`. Empty: taken back.',
    example: 'All printers are replaced.',
    optional: true,
  })
  admin_feedback?: string;

  @ChoiceField(TICKET_PRIORITIES, { description: 'How pressing they are.', example: 'high', optional: true })
  priority?: TicketPriority;

  @ChoiceField(TICKET_CATEGORIES, {
    description: 'What kind of thing they are.',
    example: 'bug',
    optional: true,
  })
  category?: TicketCategory;

  @IdField({
    description: 'An active admin, or null for nobody.',
    example: 3,
    optional: true,
    nullable: true,
  })
  assigned_to?: number | null;

  @IdsField({ max: TAG_LIMITS.perTicket, description: 'Ids of tags.', example: [4], optional: true })
  add_tags?: number[];

  @IdsField({ max: TAG_LIMITS.perTicket, description: 'Ids of tags.', example: [5], optional: true })
  remove_tags?: number[];

  @FlagField({
    description: 'True deletes, false restores. Stands alone.',
    example: false,
    optional: true,
  })
  is_deleted?: boolean;
}

export class BulkTicketsDto implements BulkTicketsRequest {
  @IdsField({ max: BULK_LIMITS.tickets, description: 'Numbers of the tickets.', example: [182, 183] })
  ids: number[];

  @ObjectField(BulkTicketChangeDto, {
    description: 'What happens to each of them. At least one thing.',
    example: { status: 'resolved', admin_feedback: 'All printers are replaced.' },
  })
  change: BulkTicketChangeDto;
}
