import {
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { type CommentView, LIMITS, textLength } from '@ticketing/contracts';
import { draftRestored } from '../../core/drafts/draft-words';
import { type Draft, Drafts } from '../../core/drafts/drafts';
import { keepDraft } from '../../core/drafts/keep-draft';
import { sentenceFor, statusOf } from '../../core/http/problem';
import { Button } from '../../ui/button';
import { Markdown } from '../../ui/markdown';
import { MarkdownEditor } from '../../ui/markdown-editor';
import { TicketStore } from '../data/ticket-store';

/**
 * Changes the text of a comment where it stands. What is typed is kept as a draft; who was overtaken by somebody
 * else sees what they wrote, and decides.
 */
@Component({
  selector: 'app-comment-editor',
  imports: [Button, Markdown, MarkdownEditor],
  templateUrl: './comment-editor.html',
  host: { class: 'block' },
})
export class CommentEditor {
  readonly comment = input.required<CommentView>();
  readonly closed = output();

  private readonly drafts = inject(Drafts);
  private readonly store = inject(TicketStore);
  private readonly editor = viewChild.required(MarkdownEditor);
  private readonly draftName = computed(() => `comment-${this.comment().id}`);
  private readonly isDone = signal(false);
  /** What the text was when editing began: a change builds on that. */
  private readonly base = signal<Pick<CommentView, 'version' | 'content'> | null>(null);
  private readonly restored = signal<Draft<string> | null>(null);

  protected readonly text = signal('');
  protected readonly saving = signal(false);
  protected readonly failure = signal<string | null>(null);
  /** Somebody else changed it meanwhile: what it says now stands above the text. */
  protected readonly overtaken = signal(false);
  protected readonly restoredWords = computed(() => {
    const draft = this.restored();
    return draft && draftRestored(draft.savedAt, new Date());
  });
  protected readonly tooLong = computed(() => textLength(this.text()) - LIMITS.comment.max);
  protected readonly savable = computed(
    () => textLength(this.text()) >= LIMITS.comment.min && this.tooLong() <= 0 && !this.saving(),
  );

  constructor() {
    effect(() => {
      const { version, content } = this.comment();
      if (untracked(this.base) !== null) return;
      this.base.set({ version, content });
      const draft = this.drafts.read<string>(untracked(this.draftName));
      this.restored.set(draft);
      this.text.set(draft?.value ?? content);
      untracked(this.editor).focus();
    });
    keepDraft({
      name: () => (this.isDone() || this.base() === null ? undefined : this.draftName()),
      typed: this.text,
      isWorthKeeping: (text) => text.trim() !== '' && text !== this.base()?.content,
    });
  }

  protected discard(): void {
    this.restored.set(null);
    this.text.set(this.comment().content);
  }

  protected cancel(): void {
    this.end();
    this.closed.emit();
  }

  protected async save(): Promise<void> {
    // Who was overtaken and saves once more has seen what it says now.
    const base = this.overtaken() ? this.comment() : this.base();
    if (!this.savable() || base === null) return;
    this.saving.set(true);
    this.failure.set(null);
    try {
      await this.store.editComment(this.comment(), base.version, this.text().trim());
      this.end();
      this.closed.emit();
    } catch (error) {
      this.sayNotSaved(error);
    } finally {
      this.saving.set(false);
    }
  }

  private end(): void {
    this.isDone.set(true);
    this.drafts.discard(this.draftName());
  }

  private sayNotSaved(error: unknown): void {
    this.overtaken.set(statusOf(error) === 412);
    this.failure.set(this.overtaken() ? null : sentenceFor(error));
  }
}
