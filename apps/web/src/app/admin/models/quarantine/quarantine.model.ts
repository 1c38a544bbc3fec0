import {
  INBOUND_MAIL_STATES,
  type InboundMailSummary,
  type InboundMailView,
  QUARANTINE_REASONS,
} from '@ticketing/contracts';
import type { FieldDescription } from '../../registry/field-description';
import type { ModelDescription } from '../../registry/model-description';
import { ACCEPT_AS_COMMENT, ACCEPT_AS_TICKET, isUndecided } from './accept-mail';
import { MailText } from './mail-text';
import { REASON_SENTENCES, REASON_WORDS, STATE_WORDS, senderWords, sizeWords } from './mail-words';

/** A line of the list knows less than the page. */
type Mail = InboundMailSummary & Partial<InboundMailView>;

const SENDER: FieldDescription<Mail> = { key: 'sender', label: 'From', kind: 'text', value: senderWords };
const STATE: FieldDescription<Mail> = {
  key: 'state',
  label: 'State',
  kind: 'badge',
  value: ({ state }) => STATE_WORDS[state],
};
const RECEIVED: FieldDescription<Mail> = {
  key: 'received_at',
  label: 'Received',
  kind: 'time',
  value: ({ received_at }) => received_at,
};
const SIZE: FieldDescription<Mail> = {
  key: 'size',
  label: 'Size',
  kind: 'text',
  value: ({ size }) => sizeWords(size),
};
const TICKET: FieldDescription<Mail> = {
  key: 'ticket',
  label: 'Ticket',
  kind: 'link',
  value: ({ ticket }) => (ticket === null ? null : { label: `#${ticket}`, path: `/tickets/${ticket}` }),
};
const ACCOUNT: FieldDescription<Mail> = {
  key: 'sender_user',
  label: 'Account of the sender',
  kind: 'person',
  value: ({ sender_user }) => sender_user,
};
const DECIDED_BY: FieldDescription<Mail> = {
  key: 'decided_by',
  label: 'Decided by',
  kind: 'person',
  value: ({ decided_by }) => decided_by,
};

/** Mails that arrived and wait for an admin; by its filter also the others. */
export const QUARANTINE: ModelDescription<Mail> = {
  key: 'quarantine',
  singular: 'Mail',
  plural: 'Quarantine',
  icon: 'mail',
  text: 'Mails that arrived and could not be filed by themselves.',
  allowed: (can) => can.administer,
  history: 'quarantine',
  title: ({ subject }) => subject || 'No subject',
  badge: ({ state }) => STATE_WORDS[state],
  notice: (mail) =>
    isUndecided(mail) && mail.reason ? { kind: 'info', text: REASON_SENTENCES[mail.reason] } : null,
  attention: { params: { state: 'quarantined' }, words: (many) => `${many} to decide` },
  one: (id) => `/api/admin/quarantine/${id}/`,
  list: {
    url: '/api/admin/quarantine/',
    exportUrl: '/api/admin/quarantine/export/',
    search: 'Search sender, subject, text',
    columns: [
      {
        key: 'subject',
        label: 'Subject',
        kind: 'text',
        grows: true,
        value: ({ subject }) => subject || 'No subject',
      },
      { ...SENDER, grows: true },
      {
        key: 'reason',
        label: 'Why it waits',
        kind: 'badge',
        value: ({ reason }) => reason && { label: REASON_WORDS[reason], tone: 'waiting' },
      },
      { ...RECEIVED },
      { ...STATE, hidden: true },
      { ...TICKET, hidden: true },
      { ...SIZE, hidden: true },
      {
        key: 'excerpt',
        label: 'Text',
        kind: 'text',
        grows: true,
        hidden: true,
        value: ({ excerpt }) => excerpt,
      },
    ],
    filters: [
      {
        key: 'state',
        label: 'State',
        many: true,
        usual: ['quarantined'],
        options: () => INBOUND_MAIL_STATES.map((value) => ({ value, label: STATE_WORDS[value].label })),
      },
      {
        key: 'reason',
        label: 'Reason',
        many: true,
        options: () => QUARANTINE_REASONS.map((value) => ({ value, label: REASON_WORDS[value] })),
      },
    ],
    empty: {
      heading: 'No mail waits',
      text: 'Mails of unknown senders, and what looks forged, are kept here until somebody decides.',
    },
  },
  sections: [
    { heading: 'Message', view: MailText },
    { heading: 'Mail', fields: [SENDER, ACCOUNT, RECEIVED, SIZE, TICKET, DECIDED_BY] },
    {
      heading: 'Headers',
      fields: [
        { key: 'to', label: 'To', kind: 'text', value: ({ headers }) => headers?.to.join(', ') ?? null },
        { key: 'cc', label: 'Cc', kind: 'text', value: ({ headers }) => headers?.cc.join(', ') ?? null },
        {
          key: 'return_path',
          label: 'Return path',
          kind: 'code',
          value: ({ headers }) => headers?.return_path ?? null,
        },
        {
          key: 'message_id',
          label: 'Message id',
          kind: 'code',
          value: ({ headers }) => headers?.message_id ?? null,
        },
        {
          key: 'in_reply_to',
          label: 'In reply to',
          kind: 'code',
          value: ({ headers }) => headers?.in_reply_to.join(' ') ?? null,
        },
        {
          key: 'authentication_results',
          label: 'What mail servers say about the sender',
          kind: 'code',
          value: ({ headers }) => headers?.authentication_results.join('\n') ?? null,
        },
      ],
    },
  ],
  actions: [
    ACCEPT_AS_TICKET,
    ACCEPT_AS_COMMENT,
    {
      id: 'discard',
      label: 'Discard',
      icon: 'trash',
      danger: true,
      bulk: true,
      when: isUndecided,
      confirm: (mails) => ({
        heading: mails.length === 1 ? 'Discard this mail?' : `Discard ${mails.length} mails?`,
        text: 'Nobody is told, and there is no way back.',
        effects: [...mails.slice(0, 5).map(previewOf), ...moreThan(5, mails.length)],
        button: 'Discard',
        danger: true,
      }),
      run: ({ id }, api) => api.post<Mail>(`/api/admin/quarantine/${id}/discard/`),
      said: (count) => (count === 1 ? 'Mail discarded.' : `${count} mails discarded.`),
    },
  ],
};

function previewOf(mail: Mail): string {
  return `“${mail.subject || 'No subject'}” from ${senderWords(mail)}`;
}

function moreThan(shown: number, count: number): string[] {
  return count > shown ? [`and ${count - shown} more`] : [];
}
