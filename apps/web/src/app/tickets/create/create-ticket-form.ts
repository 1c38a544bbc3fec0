import { Component, computed, inject, output, signal } from '@angular/core';
import { FormField, FormRoot, type ValidationError, form } from '@angular/forms/signals';
import {
  type CreateTicketRequest,
  LIMITS,
  TICKET_CATEGORIES,
  TICKET_PRIORITIES,
  type TicketView,
  textLength,
} from '@ticketing/contracts';
import { draftRestored } from '../../core/drafts/draft-words';
import { Drafts } from '../../core/drafts/drafts';
import { keepDraft } from '../../core/drafts/keep-draft';
import { focusFirstError } from '../../core/forms/focus-first-error';
import { serverErrors } from '../../core/forms/server-errors';
import { textWithin } from '../../core/forms/text-rules';
import { fieldProblem } from '../../core/http/problem';
import { Button } from '../../ui/button';
import { Control } from '../../ui/control';
import { Field } from '../../ui/field';
import { MarkdownEditor } from '../../ui/markdown-editor';
import { Notice } from '../../ui/notice';
import { TicketStore } from '../data/ticket-store';
import { CATEGORY_WORDS, PRIORITY_WORDS } from '../look/ticket-words';
import { EMPTY_TICKET, NEW_TICKET_DRAFT, isWorthKeeping, withoutItsTemplate } from './new-ticket';
import { TemplatePicker } from './template-picker';

/** The title's counter appears when so few characters are left. */
const COUNT_FROM = 30;

/** Asks for what a ticket needs. What is typed is kept until it is sent. */
@Component({
  selector: 'app-create-ticket-form',
  imports: [Button, Control, Field, FormField, FormRoot, MarkdownEditor, Notice, TemplatePicker],
  templateUrl: './create-ticket-form.html',
  host: { class: 'block' },
})
export class CreateTicketForm {
  readonly created = output<TicketView>();
  readonly cancelled = output();

  private readonly store = inject(TicketStore);
  private readonly drafts = inject(Drafts);
  private readonly draft = this.drafts.read<CreateTicketRequest>(NEW_TICKET_DRAFT);

  protected readonly categories = TICKET_CATEGORIES.map((value) => ({ value, label: CATEGORY_WORDS[value] }));
  protected readonly priorities = TICKET_PRIORITIES.map((value) => ({ value, label: PRIORITY_WORDS[value] }));
  protected readonly restored = signal(this.draft && draftRestored(this.draft.savedAt, new Date()));
  protected readonly failure = signal<string | null>(null);
  protected readonly ticket = signal<CreateTicketRequest>({ ...EMPTY_TICKET, ...this.draft?.value });
  protected readonly form = form(
    this.ticket,
    (path) => {
      textWithin(path.title, 'Title', LIMITS.title);
      textWithin(path.description, 'Description', LIMITS.description);
    },
    { submission: { action: () => this.create(), onInvalid: () => focusFirstError(this.form) } },
  );
  protected readonly titleHint = computed(() => {
    const left = LIMITS.title.max - textLength(this.ticket().title);
    return left <= COUNT_FROM && left >= 0
      ? `${left} characters left.`
      : 'One line that says what it is about.';
  });

  private sent = false;

  constructor() {
    keepDraft({
      name: () => (this.sent ? undefined : NEW_TICKET_DRAFT),
      typed: this.ticket,
      isWorthKeeping,
    });
  }

  protected discardDraft(): void {
    this.ticket.set(EMPTY_TICKET);
    this.form().reset();
    this.restored.set(null);
  }

  private async create(): Promise<ValidationError.WithOptionalFieldTree[] | undefined> {
    this.failure.set(null);
    const { title, description, ...rest } = this.ticket();
    try {
      const created = await this.store.create({
        title: title.trim(),
        description: description.trim(),
        ...rest,
      });
      this.forgetDraft();
      this.created.emit(created);
      return undefined;
    } catch (error) {
      const { fields, general } = serverErrors(error, {
        title: this.form.title,
        description: this.form.description,
      });
      const noTemplate = fieldProblem(error, 'template_id');
      // It was taken away meanwhile; what it has filled in can be sent without it.
      if (noTemplate) this.ticket.update(withoutItsTemplate);
      this.failure.set(noTemplate ?? general);
      return fields;
    }
  }

  private forgetDraft(): void {
    this.sent = true;
    this.drafts.discard(NEW_TICKET_DRAFT);
  }
}
