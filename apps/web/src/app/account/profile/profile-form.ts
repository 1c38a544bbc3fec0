import { Component, inject, signal } from '@angular/core';
import { FormField, FormRoot, form } from '@angular/forms/signals';
import { LIMITS } from '@ticketing/contracts';
import { focusFirstError } from '../../core/forms/focus-first-error';
import { type FieldErrors, sendForm } from '../../core/forms/send-form';
import { textWithin } from '../../core/forms/text-rules';
import { AuthStore } from '../../core/session/auth-store';
import { Button } from '../../ui/button';
import { Control } from '../../ui/control';
import { Field } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { Toaster } from '../../ui/toaster';
import { AccountSection } from '../account-section';
import { AccountApi } from '../data/account-api';

/** The name that others see. */
@Component({
  selector: 'app-profile-form',
  imports: [AccountSection, Button, Control, Field, FormField, FormRoot, Notice],
  template: `
    <app-account-section heading="Profile" text="Your name, as others see it on tickets.">
      <form class="flex flex-col gap-4" [formRoot]="form">
        @if (failure(); as message) {
          <ui-notice kind="danger">{{ message }}</ui-notice>
        }
        <div class="grid gap-4 sm:grid-cols-2">
          <ui-field label="First name" [of]="form.first_name">
            <input uiControl autocomplete="given-name" [formField]="form.first_name" />
          </ui-field>
          <ui-field label="Last name" [of]="form.last_name">
            <input uiControl autocomplete="family-name" [formField]="form.last_name" />
          </ui-field>
        </div>
        <button
          class="self-start max-sm:self-stretch max-sm:justify-center"
          uiButton
          look="primary"
          type="submit"
          [attr.aria-disabled]="form().submitting()"
        >
          {{ form().submitting() ? 'Saving…' : 'Save name' }}
        </button>
      </form>
    </app-account-section>
  `,
})
export class ProfileForm {
  private readonly api = inject(AccountApi);
  private readonly auth = inject(AuthStore);
  private readonly toaster = inject(Toaster);

  protected readonly failure = signal<string | null>(null);
  protected readonly form = form(
    signal({
      first_name: this.auth.me()?.first_name ?? '',
      last_name: this.auth.me()?.last_name ?? '',
    }),
    (path) => {
      textWithin(path.first_name, 'First name', LIMITS.personName);
      textWithin(path.last_name, 'Last name', LIMITS.personName);
    },
    { submission: { action: () => this.save(), onInvalid: () => focusFirstError(this.form) } },
  );

  private save(): Promise<FieldErrors> {
    const send = async () => {
      const { first_name, last_name } = this.form().value();
      this.auth.accept(
        await this.api.updateMe({ first_name: first_name.trim(), last_name: last_name.trim() }),
      );
      this.toaster.done('Name saved.');
    };
    return sendForm(send, { first_name: this.form.first_name, last_name: this.form.last_name }, this.failure);
  }
}
