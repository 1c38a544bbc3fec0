import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, debounced, inject, resource } from '@angular/core';
import { Button } from '../../ui/button';
import { DialogFrame } from '../../ui/dialog-frame';
import { FormFrame } from '../../ui/form-frame';
import { AdminApi } from '../data/admin-api';
import { FormFields } from '../form/form-fields';
import { modelForm } from '../form/model-form-rules';
import type { Typed } from '../registry/field-description';
import type { Confirmation } from '../registry/model-description';
import { ForecastView } from './forecast-view';

const TYPING_PAUSE_MS = 250;

/** Says what is about to happen, asks what has to be known first, and waits for a yes. Closes with what was typed. */
@Component({
  selector: 'app-confirm-dialog',
  imports: [Button, DialogFrame, ForecastView, FormFields, FormFrame],
  templateUrl: './confirm-dialog.html',
  host: { class: 'flex w-full min-h-0' },
})
export class ConfirmDialog {
  protected readonly question = inject<Confirmation>(DIALOG_DATA);
  private readonly api = inject(AdminApi);
  protected readonly dialog = inject<DialogRef<Typed>>(DialogRef);
  protected readonly fields = this.question.asks ?? [];
  protected readonly form = modelForm(this.fields, null, async (typed) => {
    // Nobody says yes to what they could not see.
    if (this.ready()) this.dialog.close(typed);
  });

  /** What is typed, as soon as it could be sent. Undefined: something is missing. */
  private readonly typed = computed(() =>
    this.form.fields().valid() ? JSON.stringify(this.form.fields().value()) : undefined,
  );
  private readonly settled = debounced(this.typed, TYPING_PAUSE_MS);
  protected readonly forecast = resource({
    params: () => (this.question.forecast ? this.settled.value() : undefined),
    loader: ({ params }) => this.question.forecast!(JSON.parse(params) as Typed, this.api),
  });
  protected readonly ready = computed(() => {
    if (!this.question.forecast) return true;
    const isCurrent = this.forecast.hasValue() && this.settled.value() === this.typed();
    return isCurrent && !this.forecast.isLoading() && this.forecast.value().changed !== 0;
  });
}
