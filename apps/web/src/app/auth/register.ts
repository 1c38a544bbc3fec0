import { DOCUMENT, Component, inject, input, signal } from '@angular/core';
import { FormField, FormRoot, type ValidationError, form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { LIMITS } from '@ticketing/contracts';
import { focusFirstError } from '../core/forms/focus-first-error';
import { serverErrors } from '../core/forms/server-errors';
import { emailAddress, textWithin } from '../core/forms/text-rules';
import { AuthStore } from '../core/session/auth-store';
import { safeReturnUrl } from '../core/session/return-url';
import { Button } from '../ui/button';
import { Control } from '../ui/control';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { AuthPage } from './auth-page';
import { passwordWithin } from './password-rule';

/** The way in for newcomers. */
@Component({
  selector: 'app-register',
  imports: [AuthPage, Button, Control, Field, FormField, FormRoot, Notice, RouterLink],
  templateUrl: './register.html',
})
export class Register {
  /** Where the person wanted to go; from the query. */
  readonly return_url = input<string>();

  private readonly auth = inject(AuthStore);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);

  protected readonly limits = LIMITS;
  protected readonly failure = signal<string | null>(null);
  protected readonly form = form(
    signal({ first_name: '', last_name: '', email: '', password: '' }),
    (path) => {
      textWithin(path.first_name, 'First name', LIMITS.personName);
      textWithin(path.last_name, 'Last name', LIMITS.personName);
      emailAddress(path.email, LIMITS.email);
      passwordWithin(path.password, LIMITS.password);
    },
    { submission: { action: () => this.createAccount(), onInvalid: () => focusFirstError(this.form) } },
  );

  private async createAccount(): Promise<ValidationError.WithOptionalFieldTree[] | undefined> {
    this.failure.set(null);
    try {
      await this.auth.register(this.form().value());
    } catch (error) {
      const { email, password, first_name, last_name } = this.form;
      const { fields, general } = serverErrors(error, { email, password, first_name, last_name });
      this.failure.set(general);
      return fields;
    }
    await this.router.navigateByUrl(safeReturnUrl(this.return_url(), this.document.location.origin));
    return undefined;
  }
}
