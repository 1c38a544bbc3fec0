import {
  type Counted,
  type CreateTagRequest,
  TAG_COLORS,
  TAG_LIMITS,
  type TagView,
} from '@ticketing/contracts';
import { countedWords, TAG_COLOR_WORDS } from '../../../tickets/index';
import type { FormFieldDescription, LinkValue, Typed } from '../../registry/field-description';
import type { ModelDescription } from '../../registry/model-description';

const URL = '/api/admin/tags/';
const COLORS = TAG_COLORS.map((value) => ({ value, label: TAG_COLOR_WORDS[value] }));

const FIELDS: FormFieldDescription<TagView>[] = [
  {
    name: 'name',
    label: 'Name',
    hint: 'Short: it stands on every ticket that has it. Only admins see it.',
    kind: 'text',
    limits: TAG_LIMITS.name,
    start: (tag) => tag?.name ?? '',
  },
  {
    name: 'color',
    label: 'Colour',
    kind: 'choice',
    options: COLORS,
    start: (tag) => tag?.color ?? 'gray',
  },
  {
    name: 'description',
    label: 'When to use it',
    hint: 'May be left empty.',
    kind: 'lines',
    limits: TAG_LIMITS.description,
    start: (tag) => tag?.description ?? '',
  },
];

/** Words that the support team sorts tickets by. */
export const TAGS: ModelDescription<TagView> = {
  key: 'tags',
  singular: 'Tag',
  plural: 'Tags',
  icon: 'tag',
  text: 'Words to sort tickets by. Customers never see them.',
  allowed: (can) => can.administer,
  title: ({ name }) => name,
  one: (id) => `${URL}${id}/`,
  history: 'tags',
  list: {
    url: URL,
    search: 'Search names',
    columns: [
      { key: 'name', label: 'Name', kind: 'text', grows: true, value: ({ name }) => name },
      { key: 'color', label: 'Colour', kind: 'text', value: ({ color }) => TAG_COLOR_WORDS[color] },
      { key: 'ticket_count', label: 'Tickets', kind: 'link', value: ticketsLink },
      {
        key: 'description',
        label: 'When to use it',
        kind: 'text',
        grows: true,
        value: ({ description }) => description || null,
      },
      { key: 'updated_at', label: 'Changed', kind: 'time', value: ({ updated_at }) => updated_at },
      {
        key: 'created_at',
        label: 'Created',
        kind: 'time',
        hidden: true,
        value: ({ created_at }) => created_at,
      },
    ],
    filters: [
      { key: 'color', label: 'Colour', many: true, options: () => COLORS },
      {
        kind: 'flag',
        key: 'is_deleted',
        label: 'Show',
        usual: false,
        words: { yes: 'Deleted', no: 'Not deleted' },
      },
    ],
    empty: { heading: 'No tags yet', text: 'With tags, you find tickets again by what they have in common.' },
  },
  sections: [
    {
      heading: 'Facts',
      fields: [
        { key: 'ticket_count', label: 'Tickets', kind: 'link', value: ticketsLink },
        { key: 'created_at', label: 'Created', kind: 'time', value: ({ created_at }) => created_at },
        { key: 'updated_at', label: 'Changed', kind: 'time', value: ({ updated_at }) => updated_at },
      ],
    },
  ],
  form: {
    fields: FIELDS,
    create: (typed, api) => api.create<TagView>(URL, bodyOf(typed)),
    update: ({ id, version }, typed, api) => api.patch<TagView>(`${URL}${id}/`, bodyOf(typed), version),
  },
  deletion: {
    deletedAt: ({ deleted_at }) => deleted_at,
    goesWith: (tags) => [
      ...tags.map(({ name, ticket_count }) => `${name}, which is on ${ticketsWords(ticket_count)}.`),
      tags.length === 1
        ? 'No ticket shows it any more. Restored, it is back on them.'
        : 'No ticket shows them any more. Restored, they are back on them.',
    ],
    delete: ({ id }, api) => api.delete(`${URL}${id}/`),
    restore: ({ id }, api) => api.post<TagView>(`${URL}${id}/restore/`),
  },
  actions: [],
};

/** All that is typed is text. */
function bodyOf(typed: Typed): CreateTagRequest {
  return typed as unknown as CreateTagRequest;
}

/** The list behind the number; a deleted tag has none. */
function ticketsLink({ id, ticket_count, deleted_at }: TagView): LinkValue | null {
  if (deleted_at !== null) return null;
  return { label: countedWords(ticket_count) ?? '', path: '/tickets', params: { tag: String(id) } };
}

function ticketsWords(count: Counted): string {
  return count.total === 1 ? '1 ticket' : `${countedWords(count) ?? ''} tickets`;
}
