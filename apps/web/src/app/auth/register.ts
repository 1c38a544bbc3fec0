import { DOCUMENT, Component, inject, input } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { LIMITS, type RegisterRequest } from '@ticketing/contracts';
import { NameFields } from '../core/forms/name-fields';
import { personName } from '../core/forms/name-rules';
import { PasswordField } from '../core/forms/password-field';
import { passwordWithin } from '../core/forms/password-rule';
import { sentForm } from '../core/forms/sent-form';
import { emailAddress } from '../core/forms/text-rules';
import { AuthStore } from '../core/session/auth-store';
import { safeReturnUrl } from '../core/session/return-url';
import { Control } from '../ui/control';
import { Field } from '../ui/field';
import { FormFrame } from '../ui/form-frame';
import { AuthPage } from './auth-page';

/** The way in for newcomers. */
@Component({
  selector: 'app-register',
  imports: [AuthPage, Control, Field, FormField, FormFrame, NameFields, PasswordField, RouterLink],
  templateUrl: './register.html',
})
export class Register {
  /** Where the person wanted to go; from the query. */
  readonly return_url = input<string>();

  private readonly auth = inject(AuthStore);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);

  protected readonly hint = `At least ${LIMITS.password.min} characters.`;
  protected readonly form = sentForm(
    { first_name: '', last_name: '', email: '', password: '' },
    (path) => {
      personName(path);
      emailAddress(path.email, LIMITS.email);
      passwordWithin(path.password, LIMITS.password);
    },
    (typed) => this.createAccount(typed),
  );

  private async createAccount(account: RegisterRequest): Promise<void> {
    await this.auth.register(account);
    await this.router.navigateByUrl(safeReturnUrl(this.return_url(), this.document.location.origin));
  }
}
