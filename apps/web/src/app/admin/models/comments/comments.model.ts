import { type AdminComment, LIMITS } from '@ticketing/contracts';
import type { FieldDescription } from '../../registry/field-description';
import type { ModelDescription } from '../../registry/model-description';
import { CommentText } from './comment-text';
import { commentLine, commentTitle } from './comment-title';

const AUTHOR: FieldDescription<AdminComment> = {
  key: 'author',
  label: 'Author',
  kind: 'person',
  value: ({ author }) => author,
};
const TICKET: FieldDescription<AdminComment> = {
  key: 'ticket',
  label: 'Ticket',
  kind: 'link',
  value: ({ ticket, ticket_title }) => ({ label: `#${ticket} ${ticket_title}`, path: `/tickets/${ticket}` }),
};
const KIND: FieldDescription<AdminComment> = {
  key: 'is_internal',
  label: 'Kind',
  kind: 'badge',
  value: ({ is_internal }) =>
    is_internal
      ? { label: 'Internal note', tone: 'waiting', icon: 'lock' }
      : { label: 'Public', tone: 'quiet', icon: 'message' },
};
const WRITTEN: FieldDescription<AdminComment> = {
  key: 'created_at',
  label: 'Written',
  kind: 'time',
  value: ({ created_at }) => created_at,
};
const EDITED: FieldDescription<AdminComment> = {
  key: 'updated_at',
  label: 'Edited',
  kind: 'time',
  value: ({ created_at, updated_at }) => (updated_at === created_at ? null : updated_at),
};

/** Everything that was said on tickets, and who may not say it any more. */
export const COMMENTS: ModelDescription<AdminComment> = {
  key: 'comments',
  singular: 'Comment',
  plural: 'Comments',
  icon: 'message',
  text: 'What people say on tickets, and internal notes.',
  allowed: (can) => can.administer,
  title: commentTitle,
  one: (id) => `/api/admin/comments/${id}/`,
  list: {
    url: '/api/admin/comments/',
    exportUrl: '/api/admin/comments/export/',
    search: 'Search what was said',
    columns: [
      { key: 'content', label: 'Comment', kind: 'text', grows: true, value: commentLine },
      AUTHOR,
      { ...TICKET, grows: true },
      KIND,
      WRITTEN,
      { ...EDITED, hidden: true },
    ],
    filters: [
      { kind: 'flag', key: 'is_internal', label: 'Kind', words: { yes: 'Internal notes', no: 'Public' } },
      { kind: 'person', key: 'author', label: 'Author' },
      { kind: 'id', key: 'ticket', label: 'Ticket', asks: 'Number of the ticket' },
      { kind: 'dates', key: 'created', label: 'Written', after: 'created_after', before: 'created_before' },
      {
        kind: 'flag',
        key: 'is_deleted',
        label: 'Show',
        words: { yes: 'Deleted', no: 'Not deleted' },
        usual: false,
      },
    ],
    empty: { heading: 'No comments', text: 'What people say on tickets is listed here.' },
  },
  sections: [
    { heading: 'Comment', view: CommentText },
    {
      heading: 'Quoted by the mail',
      when: ({ source }) => !!source?.quoted,
      fields: [
        { key: 'quoted', label: 'Quoted', kind: 'text', value: ({ source }) => source?.quoted ?? null },
      ],
    },
    { heading: 'Details', fields: [AUTHOR, TICKET, KIND, WRITTEN, EDITED] },
  ],
  form: {
    fields: [
      {
        name: 'content',
        label: 'Text',
        kind: 'markdown',
        limits: LIMITS.comment,
        hint: 'Whoever sees the comment sees that it was edited. The history keeps what it was.',
        start: (comment) => comment?.content ?? '',
        readOnly: (comment) => !comment?.can.edit,
      },
    ],
    update: ({ id, version }, typed, api) =>
      api.patch<AdminComment>(`/api/admin/comments/${id}/`, typed, version),
  },
  history: 'comments',
  deletion: {
    deletedAt: ({ deleted_at }) => deleted_at,
    when: ({ can }) => can.delete,
    goesWith: (comments) => comments.map((comment) => `“${commentTitle(comment)}” on #${comment.ticket}`),
    delete: ({ id }, api) => api.delete(`/api/admin/comments/${id}/`),
    restore: ({ id }, api) => api.post<AdminComment>(`/api/admin/comments/${id}/restore/`),
  },
  actions: [],
};
