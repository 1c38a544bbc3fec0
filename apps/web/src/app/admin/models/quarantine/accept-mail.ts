import type { AcceptMailRequest, InboundMailSummary, InboundMailView } from '@ticketing/contracts';
import type { FormFieldDescription, Option, Typed } from '../../registry/field-description';
import type { ActionDescription, Confirmation } from '../../registry/model-description';
import { senderWords } from './mail-words';

/** A line of the list knows less than the page. */
type Mail = InboundMailSummary & Partial<InboundMailView>;

const SENDER = 'sender';
const OTHER = 'other';

/** Files a mail as a ticket of its own. */
export const ACCEPT_AS_TICKET: ActionDescription<Mail> = {
  id: 'accept-ticket',
  label: 'Create a ticket',
  icon: 'ticket',
  when: isUndecided,
  confirm: ([mail]) => ({
    ...questionAbout(mail!, 'Create a ticket from this mail?', 'Create the ticket'),
    effects: [...accountEffect(mail!), 'What the mail says becomes the description.'],
    asks: whoAsks(mail!, true),
  }),
  run: (mail, api, typed) =>
    api.post<Mail>(`/api/admin/quarantine/${mail.id}/accept/`, {
      as: 'ticket',
      ...personOf(mail, typed),
    } satisfies AcceptMailRequest),
  said: () => 'Ticket created.',
};

/** Files a mail as a comment on a ticket. */
export const ACCEPT_AS_COMMENT: ActionDescription<Mail> = {
  id: 'accept-comment',
  label: 'Add as a comment',
  icon: 'message',
  when: isUndecided,
  confirm: ([mail]) => ({
    ...questionAbout(mail!, 'Add this mail to a ticket?', 'Add the comment'),
    asks: [ticketField(mail!), ...whoAsks(mail!, false)],
  }),
  run: (mail, api, typed) =>
    api.post<Mail>(`/api/admin/quarantine/${mail.id}/accept/`, {
      as: 'comment',
      ticket_id: Number(typed['ticket_id']?.replace('#', '')),
      ...personOf(mail, typed),
    } satisfies AcceptMailRequest),
  said: () => 'Comment added.',
};

export function isUndecided({ state }: Mail): boolean {
  return state === 'quarantined';
}

function questionAbout(mail: Mail, heading: string, button: string): Confirmation {
  return { heading, text: `“${mail.subject || 'No subject'}” from ${senderWords(mail)}.`, button };
}

function accountEffect({ sender, sender_user }: Mail): string[] {
  if (sender_user || sender === null) return [];
  return [
    `${sender} gets an account, unless you name somebody else, and a mail with a link to set a password.`,
  ];
}

function ticketField({ answers_ticket, ticket }: Mail): FormFieldDescription {
  const known = answers_ticket ?? ticket ?? null;
  return {
    name: 'ticket_id',
    label: 'Number of the ticket',
    kind: 'number',
    start: () => (known === null ? '' : String(known)),
  };
}

/** As whom it is filed. Who has no account can only open a ticket. */
function whoAsks(mail: Mail, makesAccount: boolean): FormFieldDescription[] {
  const options = whoOptions(mail, makesAccount);
  return [
    {
      name: 'who',
      label: 'As whom',
      kind: 'choice',
      options,
      start: () => options[0]!.value,
    },
    { name: 'user_id', label: 'Person', kind: 'person', when: ({ who }) => who === OTHER },
  ];
}

function whoOptions({ sender, sender_user, answers_user }: Mail, makesAccount: boolean): Option[] {
  const options: Option[] = [];
  if (sender_user) options.push({ value: SENDER, label: `${sender_user.name}, the sender` });
  else if (sender !== null && makesAccount)
    options.push({ value: SENDER, label: `A new account for ${sender}` });
  if (answers_user && answers_user.id !== sender_user?.id)
    options.push({ value: String(answers_user.id), label: `${answers_user.name}, whom we had written to` });
  return [...options, { value: OTHER, label: 'Somebody else' }];
}

function personOf(_mail: Mail, { who, user_id }: Typed): Pick<AcceptMailRequest, 'user_id'> {
  if (who === SENDER) return {};
  return { user_id: Number(who === OTHER ? user_id : who) };
}
