import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import type { CommentView } from '@ticketing/contracts';
import { Icon } from '../../ui/icon';
import { Markdown } from '../../ui/markdown';
import { type MenuOption, MenuButton } from '../../ui/menu';
import { TicketStore } from '../data/ticket-store';
import { CommentEditor } from './comment-editor';
import { Message } from './message';
import { QuotedText } from './quoted-text';

/** A comment in the conversation, with what its reader may do with it. */
@Component({
  selector: 'app-comment-message',
  imports: [CommentEditor, Icon, Markdown, MenuButton, Message, QuotedText],
  template: `
    <app-message
      [author]="comment().author"
      [at]="comment().created_at"
      [edited]="edited()"
      [internal]="comment().is_internal"
      [mailed]="comment().source?.kind === 'email'"
      [team]="team()"
    >
      @if (options().length > 0) {
        <ui-menu
          menu
          class="-my-1 -mr-2 max-lg:-my-2.5"
          [label]="'More for the comment by ' + comment().author.name"
          [options]="options()"
          (picked)="pick($event)"
        >
          <ui-icon name="more" />
        </ui-menu>
      }
      @if (editing()) {
        <app-comment-editor [comment]="comment()" (closed)="stopEditing()" />
      } @else {
        <ui-markdown [source]="comment().content" />
        @if (comment().source?.quoted; as quoted) {
          <app-quoted-text [text]="quoted" />
        }
      }
    </app-message>
  `,
  host: { class: 'block' },
})
export class CommentMessage {
  readonly comment = input.required<CommentView>();
  /** Whether it comes from the support team. */
  readonly team = input(false);
  /** It is about to go: the cursor needs another place. */
  readonly leaving = output();

  private readonly store = inject(TicketStore);
  private readonly message = viewChild.required(Message);

  protected readonly editing = signal(false);
  protected readonly edited = computed(() => {
    const { created_at, updated_at } = this.comment();
    return updated_at === created_at ? null : updated_at;
  });
  protected readonly options = computed<MenuOption[]>(() => {
    const { can } = this.comment();
    return [
      ...(can.edit ? [{ id: 'edit', label: 'Edit', icon: 'pencil' } as const] : []),
      ...(can.delete ? [{ id: 'delete', label: 'Delete', icon: 'trash' } as const] : []),
    ];
  });

  /** Brings it into view. */
  show(): void {
    this.message().show();
  }

  focus(): void {
    this.message().focus();
  }

  protected pick(id: string): void {
    if (id === 'edit') {
      this.editing.set(true);
      return;
    }
    this.leaving.emit();
    void this.store.deleteComment(this.comment());
  }

  protected stopEditing(): void {
    this.editing.set(false);
    this.message().focus();
  }
}
