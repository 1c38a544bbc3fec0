import {
  Component,
  Injector,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  runInInjectionContext,
  signal,
  untracked,
} from '@angular/core';
import { draftRestored } from '../../core/drafts/draft-words';
import { Drafts } from '../../core/drafts/drafts';
import { keepDraft } from '../../core/drafts/keep-draft';
import type { SentForm } from '../../core/forms/sent-form';
import { sentenceFor, statusOf } from '../../core/http/problem';
import { FormFrame } from '../../ui/form-frame';
import { Notice } from '../../ui/notice';
import { Toaster } from '../../ui/toaster';
import { AdminApi } from '../data/admin-api';
import type { Typed } from '../registry/field-description';
import type { ModelDescription, Row } from '../registry/model-description';
import { type Conflict, ConflictNotice } from './conflict-notice';
import { changedFields, draftFor, draftNameOf, typedOnly } from './form-draft';
import { FormFields } from './form-fields';
import { modelForm } from './model-form-rules';

/** A form as it was started: with a draft, or without one. */
interface StartedForm {
  sent: SentForm<Typed>;
  /** What is said of the draft. */
  restored: string | null;
}

/** The form of a model, for a row or for a new one. */
@Component({
  selector: 'app-model-form',
  imports: [ConflictNotice, FormFields, FormFrame, Notice],
  templateUrl: './model-form.html',
  host: { class: 'block' },
})
export class ModelForm {
  readonly model = input.required<ModelDescription>();
  readonly row = input<Row | null>(null);
  readonly saved = output<Row>();
  /** The row as somebody else has changed it. */
  readonly found = output<Row>();

  private readonly api = inject(AdminApi);
  private readonly drafts = inject(Drafts);
  private readonly toaster = inject(Toaster);
  private readonly injector = inject(Injector);

  protected readonly fields = computed(() => this.model().form?.fields ?? []);
  private readonly draftName = computed(() => draftNameOf(this.model(), this.row()));
  private readonly starts = signal(0);
  /** Starts anew with what the row is now: after it was saved, and whenever nobody has typed anything yet. */
  protected readonly started = linkedSignal<{ row: Row | null; starts: number }, StartedForm>({
    source: () => ({ row: this.row(), starts: this.starts() }),
    computation: ({ row, starts }, previous) =>
      untracked(() => {
        const stays = previous?.source.starts === starts && previous.value.sent.fields().dirty();
        return stays ? previous.value : this.start(row);
      }),
  });
  protected readonly conflict = signal<Conflict | null>(null);

  constructor() {
    keepDraft({
      name: this.draftName,
      typed: computed(() => typedOnly(this.fields(), this.row(), this.started().sent.fields().value())),
      isWorthKeeping: (typed) => Object.keys(typed).length > 0,
    });
  }

  /** Throws away what was typed. */
  protected discard(): void {
    this.drafts.discard(this.draftName());
    this.conflict.set(null);
    this.starts.update((count) => count + 1);
  }

  protected showTheirs({ theirs }: Conflict): void {
    this.found.emit(theirs);
    this.discard();
  }

  /** Saves what was typed over what somebody else has changed. */
  protected async saveMine({ theirs, typed }: Conflict): Promise<void> {
    this.conflict.set(null);
    try {
      await this.send(typed, theirs);
    } catch (error) {
      this.started().sent.failure.set(sentenceFor(error));
      this.found.emit(theirs);
    }
  }

  private start(row: Row | null): StartedForm {
    const kept = this.drafts.read<Typed>(this.draftName());
    const draft = draftFor(this.fields(), kept?.value ?? {});
    const sent = runInInjectionContext(this.injector, () =>
      modelForm(this.fields(), row, (typed) => this.send(typed, this.row()), draft),
    );
    const isRestored = kept !== null && Object.keys(draft).length > 0;
    return { sent, restored: isRestored ? draftRestored(kept.savedAt, new Date()) : null };
  }

  private async send(typed: Typed, row: Row | null): Promise<void> {
    this.conflict.set(null);
    try {
      const now = await this.write(typed, row);
      if (now) this.done(now, row !== null);
    } catch (error) {
      if (!row || statusOf(error) !== 412 || !(await this.findConflict(row, typed))) throw error;
    }
  }

  private write(typed: Typed, row: Row | null): Promise<Row> | undefined {
    const { form } = this.model();
    return row ? form?.update(row, typed, this.api) : form?.create?.(typed, this.api);
  }

  private done(now: Row, wasThere: boolean): void {
    this.toaster.done(wasThere ? 'Saved.' : 'Created.');
    this.saved.emit(now);
    this.discard();
  }

  /** Somebody else was faster: what did they change? */
  private async findConflict(row: Row, typed: Typed): Promise<boolean> {
    const address = this.model().one?.(row.id);
    if (!address) return false;
    const theirs = await this.api.get<Row>(address);
    this.conflict.set({ theirs, typed, changes: changedFields(this.fields(), row, theirs) });
    return true;
  }
}
