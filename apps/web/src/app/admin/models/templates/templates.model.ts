import {
  type CreateTemplateRequest,
  TEMPLATE_LIMITS,
  type TemplateList,
  type TemplateView,
  TICKET_CATEGORIES,
  TICKET_PRIORITIES,
} from '@ticketing/contracts';
import { CATEGORY_WORDS, PRIORITY_WORDS } from '../../../tickets/index';
import type { AdminApi } from '../../data/admin-api';
import type { FormFieldDescription, Typed } from '../../registry/field-description';
import type { ModelDescription } from '../../registry/model-description';

const URL = '/api/admin/templates/';

const FIELDS: FormFieldDescription<TemplateView>[] = [
  {
    name: 'name',
    label: 'Name',
    hint: 'By which people choose it.',
    kind: 'text',
    limits: TEMPLATE_LIMITS.name,
    start: (template) => template?.name ?? '',
  },
  {
    name: 'is_active',
    label: 'Offered',
    hint: 'To everybody who makes a ticket.',
    kind: 'flag',
    start: (template) => String(template?.is_active ?? true),
  },
  {
    name: 'title',
    label: 'Title',
    section: 'What a new ticket starts with',
    hint: 'Left empty, whoever makes the ticket writes it.',
    kind: 'text',
    limits: TEMPLATE_LIMITS.title,
    start: (template) => template?.title ?? '',
  },
  {
    name: 'description',
    label: 'Description',
    hint: 'With gaps to fill.',
    kind: 'markdown',
    limits: TEMPLATE_LIMITS.description,
    start: (template) => template?.description ?? '',
  },
  {
    name: 'category',
    label: 'Category',
    kind: 'choice',
    options: TICKET_CATEGORIES.map((value) => ({ value, label: CATEGORY_WORDS[value] })),
    start: (template) => template?.category ?? 'support',
  },
  {
    name: 'priority',
    label: 'Priority',
    kind: 'choice',
    options: TICKET_PRIORITIES.map((value) => ({ value, label: PRIORITY_WORDS[value] })),
    start: (template) => template?.priority ?? 'medium',
  },
];

/** What new tickets can start from. */
export const TEMPLATES: ModelDescription<TemplateView> = {
  key: 'templates',
  singular: 'Template',
  plural: 'Templates',
  icon: 'copy',
  text: 'What new tickets can start from, in the order in which they are offered.',
  allowed: (can) => can.administer,
  title: ({ name }) => name,
  badge: ({ is_active }) =>
    is_active ? { label: 'Offered', tone: 'good' } : { label: 'Not offered', tone: 'quiet' },
  one: (id) => `${URL}${id}/`,
  history: 'templates',
  list: {
    url: URL,
    search: 'Search names',
    columns: [
      { key: 'name', label: 'Name', kind: 'text', grows: true, value: ({ name }) => name },
      { key: 'title', label: 'Title', kind: 'text', grows: true, value: ({ title }) => title },
      {
        key: 'category',
        label: 'Category',
        kind: 'text',
        value: ({ category }) => CATEGORY_WORDS[category],
      },
      {
        key: 'priority',
        label: 'Priority',
        kind: 'text',
        value: ({ priority }) => PRIORITY_WORDS[priority],
      },
      {
        key: 'is_active',
        label: 'Offered',
        kind: 'badge',
        value: ({ is_active }) =>
          is_active ? { label: 'Offered', tone: 'good' } : { label: 'Not offered', tone: 'quiet' },
      },
      { key: 'updated_at', label: 'Changed', kind: 'time', value: ({ updated_at }) => updated_at },
      {
        key: 'description',
        label: 'Description',
        kind: 'markdown',
        grows: true,
        hidden: true,
        value: ({ description }) => description,
      },
      {
        key: 'created_at',
        label: 'Created',
        kind: 'time',
        hidden: true,
        value: ({ created_at }) => created_at,
      },
    ],
    filters: [
      { kind: 'flag', key: 'is_active', label: 'Offered' },
      {
        kind: 'flag',
        key: 'is_deleted',
        label: 'Show',
        usual: false,
        words: { yes: 'Deleted', no: 'Not deleted' },
      },
    ],
    empty: {
      heading: 'No templates yet',
      text: 'With one, people who make a ticket are asked for what the support team needs to know.',
    },
    order: { send: (ids, api) => api.post<TemplateList>(`${URL}reorder/`, { ids }) },
  },
  sections: [
    {
      heading: 'Facts',
      fields: [
        { key: 'created_at', label: 'Created', kind: 'time', value: ({ created_at }) => created_at },
        { key: 'updated_at', label: 'Changed', kind: 'time', value: ({ updated_at }) => updated_at },
      ],
    },
  ],
  form: {
    fields: FIELDS,
    create: (typed, api) => api.create<TemplateView>(URL, bodyOf(typed)),
    update: ({ id, version }, typed, api) => api.patch<TemplateView>(`${URL}${id}/`, bodyOf(typed), version),
  },
  deletion: {
    deletedAt: ({ deleted_at }) => deleted_at,
    goesWith: () => ['Nobody is offered it any more.', 'Tickets that started from it stay as they are.'],
    delete: ({ id }, api) => api.delete(`${URL}${id}/`),
    restore: ({ id }, api) => api.post<TemplateView>(`${URL}${id}/restore/`),
  },
  actions: [
    {
      id: 'offer',
      label: 'Offer',
      icon: 'power',
      bulk: true,
      when: ({ is_active, deleted_at }) => !is_active && deleted_at === null,
      run: (template, api) => offer(template, true, api),
      said: (count) => (count === 1 ? 'The template is offered.' : `${count} templates are offered.`),
      undo: (template, api) => offer(template, false, api),
    },
    {
      id: 'withdraw',
      label: 'Stop offering',
      icon: 'power',
      bulk: true,
      when: ({ is_active, deleted_at }) => is_active && deleted_at === null,
      run: (template, api) => offer(template, false, api),
      said: (count) =>
        count === 1
          ? 'The template is not offered any more.'
          : `${count} templates are not offered any more.`,
      undo: (template, api) => offer(template, true, api),
    },
  ],
};

function offer({ id }: TemplateView, is_active: boolean, api: AdminApi): Promise<TemplateView> {
  return api.patch<TemplateView>(`${URL}${id}/`, { is_active });
}

/** All that is typed is text. */
function bodyOf({ is_active, ...texts }: Typed): CreateTemplateRequest {
  return { ...(texts as unknown as CreateTemplateRequest), is_active: is_active === 'true' };
}
