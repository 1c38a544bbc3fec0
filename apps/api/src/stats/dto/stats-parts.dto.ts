import { ApiProperty } from '@nestjs/swagger';
import {
  type BacklogGroup,
  type StatsBacklog,
  type StatsDay,
  type StatsDefinition,
  type StatsDurations,
  type StatsMetric,
  STATS_METRICS,
  STATS_UNITS,
  type StatsPeriod,
  type StatsReconciliation,
  type StatsSatisfaction,
  type StatsUnit,
} from '@ticketing/contracts';
import { ComparedDto, ComparedOrNullDto, count } from './compared.dto.js';

const DAY = { type: String, format: 'date', example: '2026-11-01' } as const;

export class StatsPeriodDto implements StatsPeriod {
  @ApiProperty({ description: 'First day, UTC.', ...DAY })
  from: string;

  @ApiProperty({ description: 'Last day, UTC, inclusive.', ...DAY, example: '2026-11-30' })
  to: string;

  @ApiProperty(count('How many days that are.', 30))
  days: number;
}

export class StatsDefinitionDto implements StatsDefinition {
  @ApiProperty({ description: 'Which metric.', enum: STATS_METRICS, example: 'first_response' })
  key: StatsMetric;

  @ApiProperty({ description: 'Its name.', example: 'First answer' })
  title: string;

  @ApiProperty({
    description: 'How it is counted.',
    example: 'Time from the creation of a ticket to the first public comment by somebody else.',
  })
  text: string;

  @ApiProperty({ description: 'What its numbers are.', enum: STATS_UNITS, example: 'seconds' })
  unit: StatsUnit;
}

export class StatsDurationsDto implements StatsDurations {
  @ApiProperty({ description: 'Of how many tickets.', type: ComparedDto })
  count: ComparedDto;

  @ApiProperty({ description: 'Seconds, at most 2 % off.', type: ComparedOrNullDto })
  median: ComparedOrNullDto;

  @ApiProperty({ description: 'Seconds within which 90 % were done.', type: ComparedOrNullDto })
  p90: ComparedOrNullDto;
}

export class StatsSatisfactionDto implements StatsSatisfaction {
  @ApiProperty({ description: 'Rated tickets.', type: ComparedDto })
  count: ComparedDto;

  @ApiProperty({
    description: 'Mean score, 1 to 5.',
    type: ComparedOrNullDto,
    example: { value: 4.31, previous: 4.2 },
  })
  mean: ComparedOrNullDto;

  @ApiProperty({
    description: 'Share of 4 and 5, 0 to 1.',
    type: ComparedOrNullDto,
    example: { value: 0.84, previous: 0.8 },
  })
  satisfied: ComparedOrNullDto;

  @ApiProperty({
    description: 'How many of each score in the period, 1 first.',
    type: [Number],
    example: [1, 2, 5, 20, 30],
  })
  scores: number[];
}

export class BacklogGroupDto implements BacklogGroup {
  @ApiProperty({ description: 'First day of creation; null: no limit.', ...DAY, nullable: true })
  created_after: string | null;

  @ApiProperty({ description: 'The day after the last one.', ...DAY, example: '2026-11-04' })
  created_before: string;

  @ApiProperty(count('Youngest, in days.', 1))
  from_days: number;

  @ApiProperty({ ...count('Oldest, in days; null: and older.', 2), nullable: true })
  to_days: number | null;

  @ApiProperty(count('Active tickets of this age.', 12))
  count: number;
}

export class StatsBacklogDto implements StatsBacklog {
  @ApiProperty({
    description: 'Median age of active tickets, in days.',
    type: ComparedOrNullDto,
    example: { value: 3, previous: 4 },
  })
  median_days: ComparedOrNullDto;

  @ApiProperty({ ...count('Age of the oldest active ticket, in days.', 41), nullable: true })
  oldest_days: number | null;

  @ApiProperty({ description: 'Youngest first.', type: [BacklogGroupDto] })
  groups: BacklogGroupDto[];
}

export class StatsDayDto implements StatsDay {
  @ApiProperty({ description: 'Which day, UTC.', ...DAY })
  day: string;

  @ApiProperty(count('Tickets created.', 12))
  created: number;

  @ApiProperty(count('Tickets resolved.', 10))
  resolved: number;

  @ApiProperty({ ...count('Active at the end of the day.', 87) })
  active: number;
}

export class StatsReconciliationDto implements StatsReconciliation {
  @ApiProperty({
    description: 'When all tickets were counted anew for the last time.',
    type: String,
    format: 'date-time',
    nullable: true,
    example: '2026-11-24T03:00:00.000Z',
  })
  reconciled_at: string | null;

  @ApiProperty(count('Counters that were wrong then, and were put right.', 0))
  differences: number;
}
