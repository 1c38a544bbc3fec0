import { INTEGRATION_KINDS, type IntegrationView, type IntegrationWithSecret } from '@ticketing/contracts';
import type { AdminApi } from '../../data/admin-api';
import type { FieldDescription } from '../../registry/field-description';
import type { ModelDescription } from '../../registry/model-description';
import { DeliveryLog } from './delivery-log';
import { INTEGRATION_FORM } from './integration-form';
import { KIND_WORDS, STATE_WORDS, stateOf, targetOf } from './integration-words';

const URL = '/api/admin/integrations/';

const FAILING_SINCE: FieldDescription<IntegrationView> = {
  key: 'failing_since',
  label: 'Failing since',
  kind: 'time',
  value: ({ failing_since }) => failing_since,
};
const CHANGED: FieldDescription<IntegrationView> = {
  key: 'updated_at',
  label: 'Changed',
  kind: 'time',
  value: ({ updated_at }) => updated_at,
};
const HINT: FieldDescription<IntegrationView> = {
  key: 'secret_hint',
  label: 'Ends in',
  kind: 'code',
  value: ({ secret_hint }) => secret_hint && `…${secret_hint}`,
};

/** Webhooks, Slack channels and Jiras. */
export const INTEGRATIONS: ModelDescription<IntegrationView> = {
  key: 'integrations',
  singular: 'Integration',
  plural: 'Integrations',
  icon: 'plug',
  text: 'Webhooks, Slack and Jira: other systems that hear of tickets.',
  allowed: (can) => can.administer,
  history: 'integrations',
  title: ({ name }) => name,
  badge: (row) => STATE_WORDS[stateOf(row)],
  notice: (row) =>
    row.disabled_reason === null
      ? null
      : { kind: 'danger', text: `It was switched off. ${row.disabled_reason}` },
  attention: {
    params: {},
    counts: (row) => ['failing', 'switched_off'].includes(stateOf(row)),
    words: (many) => `${many} failing`,
  },
  one: (id) => `${URL}${id}/`,
  secretOf: (answer) => {
    const { secret = null } = answer as Partial<IntegrationWithSecret>;
    if (secret === null) return null;
    return {
      heading: 'Signing key',
      text: 'It is shown only now. The receiver needs it to check that calls come from here.',
      secret,
    };
  },
  list: {
    url: URL,
    whole: true,
    columns: [
      { key: 'name', label: 'Name', kind: 'text', sortable: true, grows: true, value: ({ name }) => name },
      { key: 'kind', label: 'Kind', kind: 'text', sortable: true, value: ({ kind }) => KIND_WORDS[kind] },
      {
        key: 'state',
        label: 'State',
        kind: 'badge',
        sortable: true,
        value: (row) => STATE_WORDS[stateOf(row)],
      },
      { key: 'target', label: 'Leads to', kind: 'text', grows: true, value: targetOf },
      { ...FAILING_SINCE, sortable: true },
      { ...CHANGED, sortable: true, hidden: true },
    ],
    filters: [
      {
        key: 'kind',
        label: 'Kind',
        many: true,
        options: () => INTEGRATION_KINDS.map((value) => ({ value, label: KIND_WORDS[value] })),
        of: ({ kind }) => kind,
      },
      {
        key: 'state',
        label: 'State',
        many: true,
        options: () => Object.entries(STATE_WORDS).map(([value, { label }]) => ({ value, label })),
        of: stateOf,
      },
    ],
    empty: {
      heading: 'No integrations yet',
      text: 'Tell Slack or a system of your own what happens to tickets, or make Jira issues from them.',
    },
  },
  form: INTEGRATION_FORM,
  sections: [
    { heading: 'Delivery log', view: DeliveryLog },
    {
      heading: 'Signing key',
      when: ({ kind }) => kind === 'webhook',
      fields: [
        HINT,
        {
          key: 'previous_secret_until',
          label: 'The key before signs along until',
          kind: 'due',
          value: ({ previous_secret_until }) => previous_secret_until,
        },
      ],
    },
    {
      heading: 'About it',
      fields: [
        { key: 'kind', label: 'Kind', kind: 'text', value: ({ kind }) => KIND_WORDS[kind] },
        FAILING_SINCE,
        { key: 'created_at', label: 'Created', kind: 'time', value: ({ created_at }) => created_at },
        CHANGED,
      ],
    },
  ],
  actions: [
    {
      id: 'rotate',
      label: 'Rotate signing key',
      icon: 'key',
      when: ({ kind }) => kind === 'webhook',
      confirm: () => ({
        heading: 'Make a new signing key?',
        text: 'The new key is shown once.',
        effects: ['The key of now signs along for 24 hours, so that receivers can change over.'],
        button: 'Rotate',
      }),
      run: ({ id }, api) => api.post<IntegrationWithSecret>(`${URL}${id}/rotate_secret/`),
      said: () => 'There is a new signing key.',
    },
    {
      id: 'switch-on',
      label: 'Switch on',
      icon: 'power',
      bulk: true,
      when: ({ is_active }) => !is_active,
      run: ({ id }, api) => switchTo(id, true, api),
      undo: ({ id }, api) => switchTo(id, false, api),
      said: (count) => (count === 1 ? 'Switched on.' : `${count} switched on.`),
    },
    {
      id: 'switch-off',
      label: 'Switch off',
      icon: 'power',
      bulk: true,
      when: ({ is_active }) => is_active,
      run: ({ id }, api) => switchTo(id, false, api),
      undo: ({ id }, api) => switchTo(id, true, api),
      said: (count) => (count === 1 ? 'Switched off.' : `${count} switched off.`),
    },
    {
      id: 'delete',
      label: 'Delete',
      icon: 'trash',
      danger: true,
      bulk: true,
      confirm: (rows) => ({
        heading: rows.length === 1 ? `Delete ${rows[0]!.name}?` : `Delete ${rows.length} integrations?`,
        text: 'There is no way back. With it go:',
        effects: [...(rows.length > 1 ? [rows.map(({ name }) => name).join(', ')] : []), ...goesAlong(rows)],
        button: 'Delete',
        danger: true,
      }),
      run: async ({ id }, api) => {
        await api.delete(`${URL}${id}/`);
        return null;
      },
      said: (count) => (count === 1 ? 'Integration deleted.' : `${count} integrations deleted.`),
    },
  ],
};

function switchTo(id: number, is_active: boolean, api: AdminApi): Promise<IntegrationView> {
  return api.patch<IntegrationView>(`${URL}${id}/`, { is_active });
}

function goesAlong(rows: readonly IntegrationView[]): string[] {
  const kinds = new Set(rows.map(({ kind }) => kind));
  return [
    'Its delivery log, and what still waits to be sent.',
    ...(kinds.has('webhook') ? ['Its signing key.'] : []),
    ...(kinds.has('jira') ? ['The links from tickets to their issues. The issues stay in Jira.'] : []),
  ];
}
