import { ApiProperty } from '@nestjs/swagger';
import {
  type CreateIntegrationRequest,
  INTEGRATION_EVENT_TYPES,
  INTEGRATION_KINDS,
  INTEGRATION_LIMITS,
  type IntegrationEventType,
  type IntegrationKind,
  type IntegrationList,
  type IntegrationView,
  type IntegrationWithSecret,
  LIMITS,
  type UpdateIntegrationRequest,
} from '@ticketing/contracts';
import { ChoiceField, ChoicesField, FlagField, TextField } from '../../platform/http/fields.js';

const MOMENT = { format: 'date-time', example: '2026-11-24T09:30:00.000Z' } as const;
const NULLABLE = { type: String, nullable: true } as const;

export class IntegrationDto implements IntegrationView {
  @ApiProperty({ description: 'Id of the integration.', type: 'integer', example: 3 })
  id: number;

  @ApiProperty({ description: 'What kind of system it is.', enum: INTEGRATION_KINDS, example: 'webhook' })
  kind: IntegrationKind;

  @ApiProperty({ description: 'What admins call it.', example: 'Stock keeping' })
  name: string;

  @ApiProperty({
    description: 'Webhook: where events go.',
    ...NULLABLE,
    example: 'https://hooks.example.com/in',
  })
  url: string | null;

  @ApiProperty({ description: 'Jira: the site.', ...NULLABLE, example: null })
  site_url: string | null;

  @ApiProperty({ description: 'Jira: the project.', ...NULLABLE, example: null })
  project_key: string | null;

  @ApiProperty({ description: 'Jira: the type of new issues.', ...NULLABLE, example: null })
  issue_type: string | null;

  @ApiProperty({ description: 'Jira: the account of the token.', ...NULLABLE, example: null })
  email: string | null;

  @ApiProperty({
    description: 'What it hears of.',
    isArray: true,
    enum: INTEGRATION_EVENT_TYPES,
    example: ['ticket.created', 'comment.added'],
  })
  events: IntegrationEventType[];

  @ApiProperty({ description: 'Whether a secret is kept. It is never shown.', example: true })
  has_secret: boolean;

  @ApiProperty({ description: 'How the secret ends.', ...NULLABLE, example: 'x9Qk' })
  secret_hint: string | null;

  @ApiProperty({
    description: 'Webhook: until then the key before signs along.',
    ...NULLABLE,
    ...MOMENT,
    example: null,
  })
  previous_secret_until: string | null;

  @ApiProperty({ description: 'Whether it is used.', example: true })
  is_active: boolean;

  @ApiProperty({ description: 'When it was switched off.', ...NULLABLE, ...MOMENT, example: null })
  disabled_at: string | null;

  @ApiProperty({ description: 'Why; null when an admin did it.', ...NULLABLE, example: null })
  disabled_reason: string | null;

  @ApiProperty({ description: 'Nothing got through since then.', ...NULLABLE, ...MOMENT, example: null })
  failing_since: string | null;

  @ApiProperty({ description: 'When it was made.', ...MOMENT })
  created_at: string;

  @ApiProperty({ description: 'When it was last changed.', ...MOMENT })
  updated_at: string;

  @ApiProperty({ description: 'Grows with every change; the `ETag`.', type: 'integer', example: 1 })
  version: number;
}

export class IntegrationWithSecretDto extends IntegrationDto implements IntegrationWithSecret {
  @ApiProperty({
    description: 'Webhook: the signing key, shown this once.',
    ...NULLABLE,
    example: 'whsec_0o6mG2m0Zk1cA5bq8mYJ3v1mW0aXH4cR7tq9V2dPx9Q',
  })
  secret: string | null;
}

export class IntegrationListDto implements IntegrationList {
  @ApiProperty({ description: 'All of them, oldest first.', type: [IntegrationDto] })
  results: IntegrationDto[];
}

/** Fields that make up an integration; which of them count depends on its kind, the others are ignored. */
class IntegrationFieldsDto {
  @TextField({
    min: 1,
    ...INTEGRATION_LIMITS.url,
    description: 'Webhook: where events go. Slack: the address of an incoming webhook, never shown again.',
    example: 'https://hooks.example.com/in',
    optional: true,
  })
  url?: string;

  @TextField({
    min: 1,
    ...INTEGRATION_LIMITS.url,
    description: 'Jira: the site.',
    example: 'https://acme.atlassian.net',
    optional: true,
  })
  site_url?: string;

  @TextField({
    ...INTEGRATION_LIMITS.projectKey,
    description: 'Jira: the project.',
    example: 'ACME',
    optional: true,
  })
  project_key?: string;

  @TextField({
    ...INTEGRATION_LIMITS.issueType,
    description: 'Jira: the type of new issues; `Task` unless said otherwise.',
    example: 'Bug',
    optional: true,
  })
  issue_type?: string;

  @TextField({
    min: 3,
    ...LIMITS.email,
    description: 'Jira: the account of the token.',
    example: 'robot@example.com',
    optional: true,
  })
  email?: string;

  @TextField({
    ...INTEGRATION_LIMITS.token,
    description: 'Jira: API token. Never shown again; needed again for another site.',
    example: 'a-token-of-jira',
    optional: true,
  })
  token?: string;

  @ChoicesField(INTEGRATION_EVENT_TYPES, {
    description: 'Webhook and Slack: what it hears of. Never of internal notes.',
    example: ['ticket.created', 'comment.added'],
    optional: true,
  })
  events?: IntegrationEventType[];
}

const NAME = { ...INTEGRATION_LIMITS.name, description: 'What admins call it.', example: 'Stock keeping' };

export class CreateIntegrationDto extends IntegrationFieldsDto implements CreateIntegrationRequest {
  @ChoiceField(INTEGRATION_KINDS, { description: 'What kind of system it is.', example: 'webhook' })
  kind: IntegrationKind;

  @TextField(NAME)
  name: string;
}

export class UpdateIntegrationDto extends IntegrationFieldsDto implements UpdateIntegrationRequest {
  @TextField({ ...NAME, optional: true })
  name?: string;

  @FlagField({
    description: 'True switches it on again and forgets that it failed.',
    example: true,
    optional: true,
  })
  is_active?: boolean;
}
