import { AUDIT_MODELS, type AuditEntry, type AuditModel } from '@ticketing/contracts';
import { actorWords, pathOf, typeWords } from '../../data/entry-words';
import { fieldWordsOf } from '../../data/field-words';
import type { ModelDescription } from '../../registry/model-description';
import { AUDIT_TYPES } from './audit-types';
import { ChangesView } from './changes-view';

const MODEL_WORDS: Record<AuditModel, string> = {
  tickets: 'Tickets',
  comments: 'Comments',
  users: 'People',
  templates: 'Templates',
  tags: 'Tags',
  integrations: 'Integrations',
  jobs: 'Jobs',
  quarantine: 'Quarantine',
};

/** Who changed what, and when. It can only be read. */
export const AUDIT: ModelDescription<AuditEntry> = {
  key: 'audit',
  singular: 'Entry',
  plural: 'Audit log',
  icon: 'clock',
  text: 'Who changed what, when, with old and new values. Nobody can change it.',
  allowed: (can) => can.administer,
  title: ({ type }) => typeWords(type),
  list: {
    url: '/api/admin/audit_log/',
    exportUrl: '/api/admin/audit_log/export/',
    columns: [
      { key: 'type', label: 'What happened', kind: 'text', value: ({ type }) => typeWords(type) },
      { key: 'object', label: 'To what', kind: 'link', grows: true, value: objectLink },
      { key: 'actor', label: 'By', kind: 'text', value: actorWords },
      { key: 'changes', label: 'Changed', kind: 'text', grows: true, value: changedFields },
      { key: 'created_at', label: 'When', kind: 'time', value: ({ created_at }) => created_at },
    ],
    filters: [
      {
        key: 'model',
        label: 'To what',
        many: true,
        options: () => AUDIT_MODELS.map((value) => ({ value, label: MODEL_WORDS[value] })),
      },
      { kind: 'person', key: 'actor', label: 'By' },
      {
        key: 'type',
        label: 'What',
        many: true,
        options: (entries) =>
          [...new Set([...AUDIT_TYPES, ...entries.map(({ type }) => type)])].map((value) => ({
            value,
            label: typeWords(value),
          })),
      },
      { kind: 'dates', key: 'created', label: 'When', after: 'created_after', before: 'created_before' },
    ],
    empty: {
      heading: 'Nothing was changed yet',
      text: 'Whatever somebody changes is listed here, with who did it and what it was before.',
    },
  },
  sections: [
    {
      heading: 'What happened',
      fields: [
        { key: 'object', label: 'To what', kind: 'link', value: objectLink },
        { key: 'actor', label: 'By', kind: 'person', value: ({ actor }) => actor },
        { key: 'created_at', label: 'When', kind: 'time', value: ({ created_at }) => created_at },
        { key: 'code', label: 'Type', kind: 'code', value: ({ type }) => type },
      ],
    },
    { heading: 'Changes', when: ({ changes }) => changes.length > 0, view: ChangesView },
  ],
  actions: [],
};

function objectLink(entry: AuditEntry) {
  const { object } = entry;
  if (!object) return null;
  const label = object.title ?? `${MODEL_WORDS[object.model]} #${object.id}`;
  return { label, path: pathOf(entry) ?? `/admin/${object.model}` };
}

function changedFields({ changes }: AuditEntry): string {
  const { labelOf } = fieldWordsOf();
  return changes.map(({ field }) => labelOf(field)).join(', ');
}
