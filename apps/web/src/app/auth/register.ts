import { DOCUMENT, Component, inject, input, signal } from '@angular/core';
import { FormField, FormRoot, form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { LIMITS } from '@ticketing/contracts';
import { focusFirstError } from '../core/forms/focus-first-error';
import { passwordWithin } from '../core/forms/password-rule';
import { type FieldErrors, sendForm } from '../core/forms/send-form';
import { emailAddress, textWithin } from '../core/forms/text-rules';
import { AuthStore } from '../core/session/auth-store';
import { safeReturnUrl } from '../core/session/return-url';
import { Button } from '../ui/button';
import { Control } from '../ui/control';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { AuthPage } from './auth-page';

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

  private createAccount(): Promise<FieldErrors> {
    const { email, password, first_name, last_name } = this.form;
    const send = async () => {
      await this.auth.register(this.form().value());
      await this.router.navigateByUrl(safeReturnUrl(this.return_url(), this.document.location.origin));
    };
    return sendForm(send, { email, password, first_name, last_name }, this.failure);
  }
}
