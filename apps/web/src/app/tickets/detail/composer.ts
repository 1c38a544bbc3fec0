import { TabContent, TabPanel, Tabs } from '@angular/aria/tabs';
import { NgTemplateOutlet } from '@angular/common';
import {
  Component,
  afterRenderEffect,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
  viewChildren,
} from '@angular/core';
import {
  LIMITS,
  TICKET_TRANSITIONS,
  type TicketStatus,
  type TicketView,
  textLength,
} from '@ticketing/contracts';
import { draftRestored } from '../../core/drafts/draft-words';
import { type Draft, Drafts } from '../../core/drafts/drafts';
import { sentenceFor } from '../../core/http/problem';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { MarkdownEditor } from '../../ui/markdown-editor';
import { type MenuOption, MenuButton } from '../../ui/menu';
import { TabStrip } from '../../ui/tab-strip';
import { Toaster } from '../../ui/toaster';
import { changeStatus } from '../data/ticket-edit';
import { TicketStore } from '../data/ticket-store';

/** What is being written. */
export type ComposerMode = 'reply' | 'note';

/** The ways of sending that also move the ticket on. */
const SEND_AND: readonly { status: TicketStatus; label: string }[] = [
  { status: 'pending_user', label: 'Send and set pending' },
  { status: 'resolved', label: 'Send and resolve' },
];

/** Where people answer. What is typed is kept until it is sent, for each ticket and each kind. */
@Component({
  selector: 'app-composer',
  imports: [Button, Icon, MarkdownEditor, MenuButton, NgTemplateOutlet, TabContent, TabPanel, TabStrip, Tabs],
  templateUrl: './composer.html',
  host: { class: 'block', '[class.bg-internal-tint]': "mode() === 'note'" },
})
export class Composer {
  readonly ticket = input.required<TicketView>();

  private readonly drafts = inject(Drafts);
  private readonly store = inject(TicketStore);
  private readonly toaster = inject(Toaster);
  private readonly editors = viewChildren(MarkdownEditor);
  /** Whose text area gets the cursor once it is there: each tab brings its own. */
  private readonly wanted = signal<ComposerMode | null>(null);

  protected readonly mode = linkedSignal<number, ComposerMode>({
    source: () => this.ticket().id,
    computation: () => 'reply',
  });
  private readonly opened = linkedSignal<number, boolean>({
    source: () => this.ticket().id,
    computation: () => false,
  });
  private readonly draftName = computed(() => `ticket-${this.ticket().id}-${this.mode()}`);
  /** The draft that was there when this ticket and kind of message came up. */
  private readonly restored = linkedSignal<string, Draft<string> | null>({
    source: this.draftName,
    computation: (name) => this.drafts.read<string>(name),
  });
  // Follows the name, not the draft: two texts without a draft must not share what is typed.
  protected readonly text = linkedSignal<string, string>({
    source: this.draftName,
    computation: (name) => this.drafts.read<string>(name)?.value ?? '',
  });
  protected readonly restoredWords = computed(() => {
    const draft = this.restored();
    return draft && draftRestored(draft.savedAt, new Date());
  });

  /** Who is asked for a rating needs the room of a phone for that, until they want to write. */
  protected readonly folded = computed(() => this.ticket().can.rate && !this.opened() && this.text() === '');
  // Both belong to one text: what another ticket is told would be wrong there.
  protected readonly sending = linkedSignal<string, boolean>({
    source: this.draftName,
    computation: () => false,
  });
  protected readonly failure = linkedSignal<string, string | null>({
    source: this.draftName,
    computation: () => null,
  });
  protected readonly tabs = computed(() => [
    { id: 'reply', label: 'Reply' },
    ...(this.ticket().can.comment_internally ? [{ id: 'note', label: 'Internal note' }] : []),
  ]);
  protected readonly sendAnd = computed<MenuOption[]>(() => {
    const { can, status } = this.ticket();
    if (!can.update_status) return [];
    return SEND_AND.filter((way) => TICKET_TRANSITIONS[status].includes(way.status)).map((way) => ({
      id: way.status,
      label: way.label,
    }));
  });
  protected readonly tooLong = computed(() => textLength(this.text()) - LIMITS.comment.max);
  protected readonly sendable = computed(
    () => textLength(this.text()) >= LIMITS.comment.min && this.tooLong() <= 0 && !this.sending(),
  );

  constructor() {
    afterRenderEffect(() => {
      const wanted = this.wanted();
      const editor = this.editors().find((candidate) => candidate.internal() === (wanted === 'note'));
      if (!wanted || !editor) return;
      this.wanted.set(null);
      editor.focus();
    });
  }

  /** Starts writing: opens the tab and puts the cursor into the text. */
  write(mode: ComposerMode): void {
    this.opened.set(true);
    this.mode.set(mode);
    this.wanted.set(mode);
  }

  protected switchTo(mode: string | undefined): void {
    if (mode) this.mode.set(mode as ComposerMode);
  }

  protected keep(text: string): void {
    this.text.set(text);
    if (text.trim() === '') this.drafts.discard(this.draftName());
    else this.drafts.keep(this.draftName(), text);
  }

  protected discard(): void {
    this.drafts.discard(this.draftName());
    this.startAfresh();
  }

  protected async send(status: string | null = null): Promise<void> {
    if (!this.sendable()) return;
    const ticket = this.ticket();
    const draftName = this.draftName();
    const comment = { content: this.text().trim(), is_internal: this.mode() === 'note' };
    this.sending.set(true);
    this.failure.set(null);
    try {
      await this.store.comment(ticket.id, comment);
    } catch (error) {
      this.sayNotSent(ticket.id, draftName, error);
      return;
    }
    this.drafts.discard(draftName);
    // Somebody may have gone on to another ticket while it was sent.
    if (this.draftName() === draftName) this.startAfresh();
    if (status) await this.store.edit(ticket.id, changeStatus(ticket, status as TicketStatus));
  }

  private sayNotSent(id: number, draftName: string, error: unknown): void {
    if (this.draftName() !== draftName) {
      this.toaster.failed(`Your text on #${id} was not sent. It is kept there.`);
      return;
    }
    this.sending.set(false);
    this.failure.set(sentenceFor(error));
  }

  private startAfresh(): void {
    this.restored.set(null);
    this.text.set('');
    this.sending.set(false);
  }
}
