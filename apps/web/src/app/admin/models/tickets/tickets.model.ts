import type { AdminTicket } from '@ticketing/contracts';
import { CATEGORY_WORDS, PRIORITY_WORDS } from '../../../tickets/index';
import type { FieldDescription } from '../../registry/field-description';
import type { ModelDescription } from '../../registry/model-description';
import { TICKET_BULK_ACTIONS } from './ticket-bulk';
import { TICKET_FORM } from './ticket-form';
import { ALL_TAGS, tagsOn } from './ticket-tags';
import {
  CATEGORY_OPTIONS,
  PRIORITY_OPTIONS,
  SCORE_OPTIONS,
  STATUS_OPTIONS,
  statusBadge,
} from './ticket-words';

const URL = '/api/admin/tickets/';

type Field = FieldDescription<AdminTicket>;

const STATUS: Field = { key: 'status', label: 'Status', kind: 'badge', value: statusBadge };
const PRIORITY: Field = {
  key: 'priority',
  label: 'Priority',
  kind: 'text',
  value: ({ priority }) => PRIORITY_WORDS[priority],
};
const CATEGORY: Field = {
  key: 'category',
  label: 'Category',
  kind: 'text',
  value: ({ category }) => CATEGORY_WORDS[category],
};
const TAGS: Field = {
  key: 'tags',
  label: 'Tags',
  kind: 'text',
  value: ({ tags }) => tags.map(({ name }) => name).join(', ') || null,
};
const REQUESTER: Field = { key: 'user', label: 'Requester', kind: 'person', value: ({ user }) => user };
const ASSIGNEE: Field = {
  key: 'assigned_to',
  label: 'Assignee',
  kind: 'person',
  value: ({ assigned_to }) => assigned_to,
};
const CREATED: Field = {
  key: 'created_at',
  label: 'Created',
  kind: 'time',
  value: ({ created_at }) => created_at,
};
const UPDATED: Field = {
  key: 'updated_at',
  label: 'Updated',
  kind: 'time',
  value: ({ updated_at }) => updated_at,
};
const RESOLVED: Field = {
  key: 'resolved_at',
  label: 'Resolved',
  kind: 'time',
  value: ({ resolved_at }) => resolved_at,
};
const RATING: Field = {
  key: 'rating_score',
  label: 'Rating',
  kind: 'number',
  value: ({ rating_score }) => rating_score,
};
const COMMENTS: Field = {
  key: 'comment_count',
  label: 'Comments',
  kind: 'number',
  value: ({ comment_count }) => comment_count,
};
const DELETED: Field = {
  key: 'deleted_at',
  label: 'Deleted',
  kind: 'time',
  value: ({ deleted_at }) => deleted_at,
};

/** All tickets as data: what many of them need at once, and those that were deleted. */
export const TICKETS: ModelDescription<AdminTicket> = {
  key: 'tickets',
  singular: 'Ticket',
  plural: 'Tickets',
  icon: 'ticket',
  text: 'All tickets, deleted ones, too: to change many at once, export and restore.',
  allowed: (can) => can.administer,
  title: ({ id, title }) => `#${id} ${title}`,
  badge: statusBadge,
  one: (id) => `${URL}${id}/`,
  history: 'tickets',
  list: {
    url: URL,
    exportUrl: `${URL}export/`,
    search: 'Search title, text, comments',
    columns: [
      { key: 'title', label: 'Title', kind: 'text', grows: true, value: ({ title }) => title },
      { key: 'id', label: 'Number', kind: 'number', sortable: true, value: ({ id }) => id },
      STATUS,
      { ...PRIORITY, sortable: true },
      REQUESTER,
      ASSIGNEE,
      // the title needs the room
      { ...CATEGORY, hidden: true },
      { ...TAGS, hidden: true },
      { ...CREATED, sortable: true, hidden: true },
      { ...UPDATED, sortable: true },
      { ...RESOLVED, hidden: true },
      { ...RATING, hidden: true },
      { ...COMMENTS, hidden: true },
      { ...DELETED, hidden: true },
    ],
    filters: [
      { key: 'status', label: 'Status', many: true, options: () => STATUS_OPTIONS },
      { key: 'priority', label: 'Priority', many: true, options: () => PRIORITY_OPTIONS },
      { key: 'category', label: 'Category', many: true, options: () => CATEGORY_OPTIONS },
      { key: 'tag', label: 'Tag', many: true, options: tagsOn, load: ALL_TAGS },
      {
        kind: 'person',
        key: 'assigned_to',
        label: 'Assignee',
        role: 'admin',
        besides: [
          { value: 'me', label: 'Me' },
          { value: 'none', label: 'Nobody' },
        ],
      },
      { kind: 'person', key: 'user', label: 'Requester' },
      { key: 'score', label: 'Rating', many: true, options: () => SCORE_OPTIONS },
      { kind: 'dates', key: 'created', label: 'Created', after: 'created_after', before: 'created_before' },
      { kind: 'dates', key: 'updated', label: 'Updated', after: 'updated_after', before: 'updated_before' },
      {
        kind: 'flag',
        key: 'is_deleted',
        label: 'Show',
        usual: false,
        words: { yes: 'Deleted', no: 'Not deleted' },
      },
    ],
    empty: { heading: 'No tickets yet', text: 'What people ask for is listed here.' },
  },
  form: TICKET_FORM,
  sections: [
    {
      heading: 'About it',
      fields: [
        {
          key: 'conversation',
          label: 'Conversation',
          kind: 'link',
          value: ({ id, deleted_at }) =>
            deleted_at === null ? { label: 'Open in Support tickets', path: `/tickets/${id}` } : null,
        },
        TAGS,
        REQUESTER,
        CREATED,
        UPDATED,
        {
          key: 'first_response_at',
          label: 'First answer',
          kind: 'time',
          value: ({ first_response_at }) => first_response_at,
        },
        RESOLVED,
        { key: 'closed_at', label: 'Closed', kind: 'time', value: ({ closed_at }) => closed_at },
        DELETED,
        COMMENTS,
        RATING,
        {
          key: 'admin_feedback',
          label: 'Feedback',
          kind: 'text',
          value: ({ admin_feedback }) => admin_feedback,
        },
      ],
    },
  ],
  deletion: {
    deletedAt: ({ deleted_at }) => deleted_at,
    goesWith: () => [
      'Its comments, its rating and its history are hidden, too.',
      'Nobody finds it but here, where it can be restored.',
    ],
    delete: ({ id }, api) => api.delete(`${URL}${id}/`),
    restore: ({ id }, api) => api.post<AdminTicket>(`${URL}${id}/restore/`),
  },
  actions: [],
  bulkActions: TICKET_BULK_ACTIONS,
};
