import {
  Component,
  Injector,
  inject,
  input,
  linkedSignal,
  output,
  runInInjectionContext,
  signal,
  untracked,
} from '@angular/core';
import type { SentForm } from '../../core/forms/sent-form';
import { FormFrame } from '../../ui/form-frame';
import { Toaster } from '../../ui/toaster';
import { AdminApi } from '../data/admin-api';
import type { Typed } from '../registry/field-description';
import type { FormDescription, Row } from '../registry/model-description';
import { FormFields } from './form-fields';
import { modelForm } from './model-form-rules';

/** The form of a model, for a row or for a new one. */
@Component({
  selector: 'app-model-form',
  imports: [FormFields, FormFrame],
  template: `
    <ui-form-frame
      [busyLabel]="row() ? 'Saving…' : 'Creating…'"
      [of]="sent()"
      [submitLabel]="row() ? 'Save' : 'Create'"
    >
      <app-form-fields [fields]="form().fields" [of]="sent().fields" [row]="row()" />
    </ui-form-frame>
  `,
  host: { class: 'block' },
})
export class ModelForm {
  readonly form = input.required<FormDescription<Row>>();
  readonly row = input<Row | null>(null);
  readonly saved = output<Row>();

  private readonly api = inject(AdminApi);
  private readonly toaster = inject(Toaster);
  private readonly injector = inject(Injector);

  private readonly saves = signal(0);
  /** Starts anew with what the row is now: after it was saved, and whenever nobody has typed anything yet. */
  protected readonly sent = linkedSignal<{ row: Row | null; saves: number }, SentForm<Typed>>({
    source: () => ({ row: this.row(), saves: this.saves() }),
    computation: ({ row, saves }, previous) =>
      untracked(() => {
        const stays = previous?.source.saves === saves && previous.value.fields().dirty();
        return stays ? previous.value : this.formFor(row);
      }),
  });

  private formFor(row: Row | null): SentForm<Typed> {
    return runInInjectionContext(this.injector, () =>
      modelForm(this.form().fields, row, (typed) => this.send(typed)),
    );
  }

  private async send(typed: Typed): Promise<void> {
    const [form, row] = [this.form(), this.row()];
    const now = row ? await form.update(row, typed, this.api) : await form.create?.(typed, this.api);
    if (!now) return;
    this.toaster.done(row ? 'Saved.' : 'Created.');
    this.saved.emit(now);
    this.saves.update((count) => count + 1);
  }
}
