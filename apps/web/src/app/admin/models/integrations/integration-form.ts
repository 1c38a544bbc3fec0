import {
  INTEGRATION_EVENT_TYPES,
  INTEGRATION_KINDS,
  INTEGRATION_LIMITS,
  type CreateIntegrationRequest,
  type IntegrationKind,
  type IntegrationView,
  type IntegrationWithSecret,
  LIMITS,
  type UpdateIntegrationRequest,
} from '@ticketing/contracts';
import { type FormFieldDescription, type Typed, choicesOf } from '../../registry/field-description';
import type { FormDescription } from '../../registry/model-description';
import { EVENT_WORDS, KIND_WORDS } from './integration-words';

const URL = '/api/admin/integrations/';

const isJira = ({ kind }: Typed): boolean => kind === 'jira';
const hears = ({ kind }: Typed): boolean => kind !== 'jira';

type Field = FormFieldDescription<IntegrationView>;

const FIELDS: Field[] = [
  {
    name: 'kind',
    label: 'Kind',
    kind: 'choice',
    onlyNew: true,
    options: INTEGRATION_KINDS.map((value) => ({ value, label: KIND_WORDS[value] })),
    start: (row) => row?.kind ?? 'webhook',
  },
  {
    name: 'name',
    label: 'Name',
    kind: 'text',
    limits: INTEGRATION_LIMITS.name,
    start: (row) => row?.name ?? '',
  },
  {
    name: 'url',
    label: 'Address',
    hint: ({ kind }) =>
      kind === 'slack' ? 'What Slack calls the webhook URL. Never shown again.' : 'Where events are sent to.',
    kind: 'url',
    limits: { min: 1, ...INTEGRATION_LIMITS.url },
    when: hears,
    keeps: ({ kind }) => kind === 'slack',
    start: (row) => row?.url ?? '',
  },
  {
    name: 'site_url',
    label: 'Address of your Jira',
    hint: 'Such as https://acme.atlassian.net',
    kind: 'url',
    limits: { min: 1, ...INTEGRATION_LIMITS.url },
    when: isJira,
    start: (row) => row?.site_url ?? '',
  },
  {
    name: 'project_key',
    label: 'Project key',
    hint: 'Of the project that gets the issues, such as ACME.',
    kind: 'text',
    limits: INTEGRATION_LIMITS.projectKey,
    when: isJira,
    start: (row) => row?.project_key ?? '',
  },
  {
    name: 'issue_type',
    label: 'Type of new issues',
    kind: 'text',
    limits: INTEGRATION_LIMITS.issueType,
    when: isJira,
    start: (row) => row?.issue_type ?? 'Task',
  },
  {
    name: 'email',
    label: 'Jira account',
    hint: 'E-mail address of the account that the API token belongs to.',
    kind: 'email',
    limits: { min: 1, ...LIMITS.email },
    when: isJira,
    start: (row) => row?.email ?? '',
  },
  {
    name: 'token',
    label: 'API token',
    hint: 'Never shown again.',
    kind: 'secret',
    limits: INTEGRATION_LIMITS.token,
    when: isJira,
    keeps: () => true,
  },
  {
    name: 'events',
    label: 'Tell it when',
    hint: 'Internal notes are never told.',
    kind: 'choices',
    limits: { min: 1, max: INTEGRATION_EVENT_TYPES.length },
    when: hears,
    options: INTEGRATION_EVENT_TYPES.map((value) => ({ value, label: EVENT_WORDS[value] })),
    start: (row) => (row ? row.events : (['ticket.created', 'comment.added'] as const)).join(' '),
  },
];

/** How integrations are made and changed. Which fields there are depends on the kind. */
export const INTEGRATION_FORM: FormDescription<IntegrationView> = {
  fields: FIELDS,
  create: (typed, api) =>
    api.post<IntegrationWithSecret>(URL, {
      ...bodyOf(typed),
      kind: typed['kind'] as IntegrationKind,
      name: typed['name'] ?? '',
    } satisfies CreateIntegrationRequest),
  update: ({ id, version }, typed, api) => api.patch<IntegrationView>(`${URL}${id}/`, bodyOf(typed), version),
};

/** What is left empty stays as it is: it is not sent. */
function bodyOf({ events, kind: _, ...texts }: Typed): UpdateIntegrationRequest {
  const filled = Object.entries(texts).filter(([, text]) => text !== '');
  const heard =
    events === undefined ? {} : { events: choicesOf(events) as UpdateIntegrationRequest['events'] };
  return { ...Object.fromEntries(filled), ...heard };
}
