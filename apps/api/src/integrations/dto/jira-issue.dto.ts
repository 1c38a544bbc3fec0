import { ApiProperty } from '@nestjs/swagger';
import {
  JIRA_ISSUE_STATES,
  JIRA_STATUS_CATEGORIES,
  type JiraIssueList,
  type JiraIssueState,
  type JiraIssueView,
  type JiraStatusCategory,
  type RequestJiraIssueRequest,
} from '@ticketing/contracts';
import { IdField } from '../../platform/http/fields.js';
import { UserRefDto } from '../../users/index.js';

const NULLABLE = { type: String, nullable: true } as const;

export class RequestJiraIssueDto implements RequestJiraIssueRequest {
  @IdField({ description: 'Id of a Jira that is switched on.', example: 3 })
  integration_id: number;
}

export class JiraIssueDto implements JiraIssueView {
  @ApiProperty({ description: 'Id of the integration.', type: 'integer', example: 3 })
  integration: number;

  @ApiProperty({ description: 'What admins call it.', example: 'Jira of the developers' })
  integration_name: string;

  @ApiProperty({ description: '`pending` until it is made.', enum: JIRA_ISSUE_STATES, example: 'created' })
  state: JiraIssueState;

  @ApiProperty({ description: 'Why it failed, or was not refreshed.', ...NULLABLE, example: null })
  reason: string | null;

  @ApiProperty({ description: 'Its key.', ...NULLABLE, example: 'ACME-17' })
  key: string | null;

  @ApiProperty({
    description: 'Its page.',
    ...NULLABLE,
    example: 'https://acme.atlassian.net/browse/ACME-17',
  })
  url: string | null;

  @ApiProperty({ description: 'Its status, as Jira calls it.', ...NULLABLE, example: 'In Progress' })
  status_name: string | null;

  @ApiProperty({
    description: 'To do, in progress or done.',
    type: String,
    nullable: true,
    enum: [...JIRA_STATUS_CATEGORIES, null],
    example: 'indeterminate',
  })
  status_category: JiraStatusCategory | null;

  @ApiProperty({ description: 'Who asked for it.', type: UserRefDto })
  requested_by: UserRefDto;

  @ApiProperty({ description: 'When.', format: 'date-time', example: '2026-11-24T09:30:00.000Z' })
  requested_at: string;

  @ApiProperty({
    description: 'When Jira last told its status.',
    ...NULLABLE,
    format: 'date-time',
    example: '2026-11-24T09:40:00.000Z',
  })
  refreshed_at: string | null;
}

export class JiraIssueListDto implements JiraIssueList {
  @ApiProperty({ description: 'One for each Jira, oldest first.', type: [JiraIssueDto] })
  results: JiraIssueDto[];
}
