import type { Me, TicketAbilities, TicketView } from '@ticketing/contracts';
import type { Action } from '../../core/actions/action';

/** What the actions of a ticket need to know and call. */
export interface TicketActionContext {
  ticket: () => TicketView | undefined;
  me: () => Me | null;
  reply: () => void;
  note: () => void;
  assignToMe: () => void;
  tag: () => void;
  showProperties: () => void;
  /** Null while nobody knows. */
  muted: () => boolean | null;
  mute: (muted: boolean) => void;
}

/** What an open ticket offers: each only to those who can do it now. */
export function ticketActions(context: TicketActionContext): Action[] {
  const can = (ability: keyof TicketAbilities) => () => context.ticket()?.can[ability] ?? false;
  return [
    ticketAction('reply', 'Reply', { key: 'r', icon: 'reply', when: can('comment'), run: context.reply }),
    ticketAction('note', 'Internal note', {
      key: 'n',
      icon: 'lock',
      when: can('comment_internally'),
      run: context.note,
    }),
    ticketAction('assignToMe', 'Assign to me', {
      key: 'i',
      icon: 'user-check',
      when: () => mayTake(context),
      run: context.assignToMe,
    }),
    ticketAction('tag', 'Tag', { key: 't', icon: 'tag', when: can('tag'), run: context.tag }),
    ticketAction('properties', 'Properties', {
      key: ']',
      icon: 'panel',
      when: () => context.ticket() !== undefined,
      run: context.showProperties,
    }),
    ticketAction('mute', 'Mute', {
      icon: 'bell-off',
      when: () => context.muted() === false,
      run: () => context.mute(true),
    }),
    ticketAction('unmute', 'Unmute', {
      icon: 'bell',
      when: () => context.muted() === true,
      run: () => context.mute(false),
    }),
  ];
}

function ticketAction(
  verb: string,
  label: string,
  rest: Pick<Action, 'key' | 'icon' | 'when' | 'run'>,
): Action {
  return { id: `ticket.${verb}`, label, group: 'Ticket', ...rest };
}

function mayTake({ ticket, me }: TicketActionContext): boolean {
  const open = ticket();
  const person = me();
  if (!open?.can.assign || !person?.can.be_assigned) return false;
  return open.assigned_to?.id !== person.id;
}
