import { ApiProperty } from '@nestjs/swagger';
import {
  type AssigneeTotal,
  type CategoryTotal,
  type PriorityTotal,
  type StatsLoad,
  type StatsNow,
  type StatusTotal,
  TICKET_CATEGORIES,
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  type TicketCategory,
  type TicketPriority,
  type TicketStatus,
} from '@ticketing/contracts';
import { UserRefDto } from '../../users/index.js';
import { count } from './compared.dto.js';

class StatsLoadDto implements StatsLoad {
  @ApiProperty(count('Open, in progress or waiting for the requester.', 23))
  active: number;

  @ApiProperty(count('In any status.', 310))
  total: number;
}

export class StatusTotalDto implements StatusTotal {
  @ApiProperty({ description: 'Which status.', enum: TICKET_STATUSES, example: 'open' })
  status: TicketStatus;

  @ApiProperty(count('How many there are.', 23))
  total: number;
}

export class PriorityTotalDto extends StatsLoadDto implements PriorityTotal {
  @ApiProperty({ description: 'Which priority.', enum: TICKET_PRIORITIES, example: 'high' })
  priority: TicketPriority;
}

export class CategoryTotalDto extends StatsLoadDto implements CategoryTotal {
  @ApiProperty({ description: 'Which category.', enum: TICKET_CATEGORIES, example: 'bug' })
  category: TicketCategory;
}

export class AssigneeTotalDto extends StatsLoadDto implements AssigneeTotal {
  @ApiProperty({
    description: 'Who has them; null: nobody.',
    oneOf: [{ $ref: '#/components/schemas/UserRefDto' }, { type: 'null' }],
  })
  assignee: UserRefDto | null;

  @ApiProperty(count('Open ones.', 9))
  open: number;

  @ApiProperty(count('In progress.', 10))
  in_progress: number;

  @ApiProperty(count('Waiting for the requester.', 4))
  pending_user: number;
}

export class StatsNowDto implements StatsNow {
  @ApiProperty(count('All tickets.', 1204))
  total: number;

  @ApiProperty({ description: 'Every status.', type: [StatusTotalDto] })
  by_status: StatusTotalDto[];

  @ApiProperty({ description: 'Every priority.', type: [PriorityTotalDto] })
  by_priority: PriorityTotalDto[];

  @ApiProperty({ description: 'Every category.', type: [CategoryTotalDto] })
  by_category: CategoryTotalDto[];

  @ApiProperty({ description: 'Everybody who has any, and nobody.', type: [AssigneeTotalDto] })
  by_assignee: AssigneeTotalDto[];
}
