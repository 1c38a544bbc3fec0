import { DOCUMENT, Component, inject, input, signal } from '@angular/core';
import { FormField, FormRoot, form, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { sentenceFor, statusOf } from '../core/http/problem';
import { focusFirstError } from '../core/forms/focus-first-error';
import { AuthStore } from '../core/session/auth-store';
import { safeReturnUrl } from '../core/session/return-url';
import { Button } from '../ui/button';
import { Control } from '../ui/control';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { AuthPage } from './auth-page';

/** The way in. */
@Component({
  selector: 'app-login',
  imports: [AuthPage, Button, Control, Field, FormField, FormRoot, Notice, RouterLink],
  templateUrl: './login.html',
})
export class Login {
  /** Where the person wanted to go; from the query. */
  readonly return_url = input<string>();

  private readonly auth = inject(AuthStore);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);

  protected readonly failure = signal<string | null>(null);
  protected readonly form = form(
    signal({ email: '', password: '' }),
    (path) => {
      required(path.email, { message: 'E-mail is missing.' });
      required(path.password, { message: 'Password is missing.' });
    },
    { submission: { action: () => this.signIn(), onInvalid: () => focusFirstError(this.form) } },
  );

  private async signIn(): Promise<undefined> {
    this.failure.set(null);
    try {
      await this.auth.login(this.form().value());
      await this.router.navigateByUrl(safeReturnUrl(this.return_url(), this.document.location.origin));
    } catch (error) {
      this.failure.set(statusOf(error) === 401 ? 'E-mail or password is wrong.' : sentenceFor(error));
    }
  }
}
