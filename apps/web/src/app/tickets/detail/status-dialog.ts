import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { FormField, FormRoot, form } from '@angular/forms/signals';
import {
  LIMITS,
  TICKET_STATUSES,
  TICKET_TRANSITIONS,
  type TicketStatus,
  type TicketView,
} from '@ticketing/contracts';
import { textWithin } from '../../core/forms/text-rules';
import { Button } from '../../ui/button';
import { Control } from '../../ui/control';
import { DialogFrame } from '../../ui/dialog-frame';
import { Field } from '../../ui/field';
import { MarkdownEditor } from '../../ui/markdown-editor';
import { changeStatus } from '../data/ticket-edit';
import { TicketStore } from '../data/ticket-store';
import { STATUS_WORDS } from '../look/ticket-words';

/** Changes the status and tells the requester why. */
@Component({
  selector: 'app-status-dialog',
  imports: [Button, Control, DialogFrame, Field, FormField, FormRoot, MarkdownEditor],
  template: `
    <ui-dialog-frame heading="Change status">
      <form class="flex flex-col gap-4" [formRoot]="form">
        <ui-field label="New status" [of]="form.status">
          <select uiControl [formField]="form.status">
            @for (status of statuses; track status) {
              <option [value]="status">{{ words[status] }}</option>
            }
          </select>
        </ui-field>
        <ui-field label="Feedback to the requester" hint="Shown on top of the ticket." [of]="form.feedback">
          <ui-markdown-editor [formField]="form.feedback" [rows]="5" />
        </ui-field>
        <div class="flex justify-end gap-2">
          <button uiButton type="button" (click)="dialog.close()">Cancel</button>
          <button uiButton look="primary" type="submit">Change status</button>
        </div>
      </form>
    </ui-dialog-frame>
  `,
  host: { class: 'flex w-full min-h-0' },
})
export class StatusDialog {
  private readonly ticket = inject<TicketView>(DIALOG_DATA);
  private readonly store = inject(TicketStore);
  protected readonly dialog = inject(DialogRef);

  protected readonly words = STATUS_WORDS;
  /** Its own status too: then only the feedback changes. */
  protected readonly statuses = TICKET_STATUSES.filter(
    (status) => status === this.ticket.status || TICKET_TRANSITIONS[this.ticket.status].includes(status),
  );
  protected readonly form = form(
    signal({ status: this.usualNext(), feedback: this.ticket.admin_feedback ?? '' }),
    (path) => textWithin(path.feedback, 'Feedback', LIMITS.adminFeedback),
    { submission: { action: () => this.save() } },
  );

  private async save(): Promise<undefined> {
    const { status, feedback } = this.form().value();
    void this.store.edit(this.ticket.id, changeStatus(this.ticket, status as TicketStatus, feedback.trim()));
    this.dialog.close();
  }

  private usualNext(): string {
    return this.statuses.includes('resolved') ? 'resolved' : this.ticket.status;
  }
}
