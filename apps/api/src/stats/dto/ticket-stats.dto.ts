import { ApiProperty } from '@nestjs/swagger';
import {
  type CreatedByStatus,
  type FlowByCategory,
  type FlowByPriority,
  TICKET_CATEGORIES,
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  type TicketCategory,
  type TicketPriority,
  type TicketStats,
  type TicketStatus,
} from '@ticketing/contracts';
import { ComparedDto } from './compared.dto.js';
import { StatsNowDto } from './stats-now.dto.js';
import {
  StatsBacklogDto,
  StatsDayDto,
  StatsDefinitionDto,
  StatsDurationsDto,
  StatsPeriodDto,
  StatsReconciliationDto,
  StatsSatisfactionDto,
} from './stats-parts.dto.js';

export class UnassignedDto {
  @ApiProperty({ description: 'Now.', type: 'integer', example: 7 })
  value: number;

  @ApiProperty({
    description: 'At the end of the period before; null: not recorded.',
    type: 'integer',
    nullable: true,
    example: 9,
  })
  previous: number | null;
}

export class CreatedByStatusDto implements CreatedByStatus {
  @ApiProperty({ description: 'The status that they have now.', enum: TICKET_STATUSES, example: 'closed' })
  status: TicketStatus;

  @ApiProperty({ description: 'Created in the period.', type: ComparedDto })
  created: ComparedDto;
}

class FlowDto {
  @ApiProperty({ description: 'Created in the period.', type: ComparedDto })
  created: ComparedDto;

  @ApiProperty({ description: 'Resolved in the period.', type: ComparedDto })
  resolved: ComparedDto;
}

export class FlowByPriorityDto extends FlowDto implements FlowByPriority {
  @ApiProperty({ description: 'Which priority.', enum: TICKET_PRIORITIES, example: 'high' })
  priority: TicketPriority;
}

export class FlowByCategoryDto extends FlowDto implements FlowByCategory {
  @ApiProperty({ description: 'Which category.', enum: TICKET_CATEGORIES, example: 'bug' })
  category: TicketCategory;
}

export class TicketStatsDto implements TicketStats {
  @ApiProperty({ description: 'The days that were asked for.', type: StatsPeriodDto })
  period: StatsPeriodDto;

  @ApiProperty({ description: 'As many days, right before.', type: StatsPeriodDto })
  previous_period: StatsPeriodDto;

  @ApiProperty({ description: 'How each metric is counted.', type: [StatsDefinitionDto] })
  definitions: StatsDefinitionDto[];

  @ApiProperty({ description: 'Active tickets now, and at the end of the period before.', type: ComparedDto })
  active: ComparedDto;

  @ApiProperty({ description: 'Active tickets that nobody has.', type: UnassignedDto })
  unassigned: UnassignedDto;

  @ApiProperty({ description: 'How old active tickets are.', type: StatsBacklogDto })
  backlog: StatsBacklogDto;

  @ApiProperty({ description: 'Tickets created.', type: ComparedDto })
  created: ComparedDto;

  @ApiProperty({ description: 'Tickets resolved.', type: ComparedDto })
  resolved: ComparedDto;

  @ApiProperty({ description: 'Time to the first answer.', type: StatsDurationsDto })
  first_response: StatsDurationsDto;

  @ApiProperty({ description: 'Time to the last resolution.', type: StatsDurationsDto })
  resolution: StatsDurationsDto;

  @ApiProperty({ description: 'What requesters say.', type: StatsSatisfactionDto })
  satisfaction: StatsSatisfactionDto;

  @ApiProperty({ description: 'All tickets as they are now.', type: StatsNowDto })
  now: StatsNowDto;

  @ApiProperty({ description: 'Every day of the period, oldest first.', type: [StatsDayDto] })
  per_day: StatsDayDto[];

  @ApiProperty({ description: 'What became of the tickets of the period.', type: [CreatedByStatusDto] })
  by_status: CreatedByStatusDto[];

  @ApiProperty({ description: 'Every priority.', type: [FlowByPriorityDto] })
  by_priority: FlowByPriorityDto[];

  @ApiProperty({ description: 'Every category.', type: [FlowByCategoryDto] })
  by_category: FlowByCategoryDto[];

  @ApiProperty({
    description: 'Tickets created, by weekday (Monday first) and hour (UTC).',
    type: 'array',
    items: { type: 'array', items: { type: 'integer' } },
  })
  heat_map: number[][];

  @ApiProperty({ description: 'Whether the counters are right.', type: StatsReconciliationDto })
  reconciliation: StatsReconciliationDto;
}
