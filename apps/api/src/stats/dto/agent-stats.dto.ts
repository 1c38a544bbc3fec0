import { ApiProperty } from '@nestjs/swagger';
import type { AgentStats, AgentStatsList } from '@ticketing/contracts';
import { UserRefDto } from '../../users/index.js';
import { count } from './compared.dto.js';
import { StatsDefinitionDto, StatsPeriodDto } from './stats-parts.dto.js';

export class AgentDurationDto {
  @ApiProperty(count('Of how many tickets.', 31))
  count: number;

  @ApiProperty({ ...count('Seconds, at most 5 % off; null: of nothing.', 5460), nullable: true })
  median: number | null;
}

export class AgentSatisfactionDto {
  @ApiProperty(count('Rated tickets.', 12))
  count: number;

  @ApiProperty({ description: 'Mean score, 1 to 5.', type: Number, nullable: true, example: 4.31 })
  mean: number | null;

  @ApiProperty({ description: 'Share of 4 and 5, 0 to 1.', type: Number, nullable: true, example: 0.84 })
  satisfied: number | null;
}

export class AgentStatsDto implements AgentStats {
  @ApiProperty({ description: 'Whose tickets they are now.', type: UserRefDto })
  agent: UserRefDto;

  @ApiProperty(count('Active tickets now.', 23))
  active: number;

  @ApiProperty(count('Tickets resolved in the period.', 31))
  resolved: number;

  @ApiProperty({ description: 'Time to the first answer.', type: AgentDurationDto })
  first_response: AgentDurationDto;

  @ApiProperty({ description: 'Time to the last resolution.', type: AgentDurationDto })
  resolution: AgentDurationDto;

  @ApiProperty({ description: 'What requesters say.', type: AgentSatisfactionDto })
  satisfaction: AgentSatisfactionDto;
}

export class AgentStatsListDto implements AgentStatsList {
  @ApiProperty({ description: 'The days that were asked for.', type: StatsPeriodDto })
  period: StatsPeriodDto;

  @ApiProperty({ description: 'How each metric is counted.', type: [StatsDefinitionDto] })
  definitions: StatsDefinitionDto[];

  @ApiProperty({ description: 'Most active tickets first.', type: [AgentStatsDto] })
  results: AgentStatsDto[];
}
