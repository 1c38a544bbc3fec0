import { Component, inject } from '@angular/core';
import { NameFields } from '../../core/forms/name-fields';
import { type PersonName, personName } from '../../core/forms/name-rules';
import { sentForm } from '../../core/forms/sent-form';
import { AuthStore } from '../../core/session/auth-store';
import { FormFrame } from '../../ui/form-frame';
import { Toaster } from '../../ui/toaster';
import { AccountSection } from '../account-section';
import { AccountApi } from '../data/account-api';

/** The name that others see. */
@Component({
  selector: 'app-profile-form',
  imports: [AccountSection, FormFrame, NameFields],
  template: `
    <app-account-section heading="Profile" text="Your name, as others see it on tickets.">
      <ui-form-frame submitLabel="Save name" busyLabel="Saving…" [of]="form">
        <app-name-fields [of]="form.fields" />
      </ui-form-frame>
    </app-account-section>
  `,
})
export class ProfileForm {
  private readonly api = inject(AccountApi);
  private readonly auth = inject(AuthStore);
  private readonly toaster = inject(Toaster);

  protected readonly form = sentForm(
    {
      first_name: this.auth.me()?.first_name ?? '',
      last_name: this.auth.me()?.last_name ?? '',
    },
    personName,
    (typed) => this.save(typed),
  );

  private async save({ first_name, last_name }: PersonName): Promise<void> {
    this.auth.accept(await this.api.updateMe({ first_name: first_name.trim(), last_name: last_name.trim() }));
    this.toaster.done('Name saved.');
  }
}
