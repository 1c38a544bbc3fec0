import { DOCUMENT, Component, computed, inject, input, signal } from '@angular/core';
import { FormField, FormRoot, form, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { focusFirstError } from '../core/forms/focus-first-error';
import { type FieldErrors, sendForm } from '../core/forms/send-form';
import { isProblemOf, statusOf } from '../core/http/problem';
import { AuthStore } from '../core/session/auth-store';
import { safeReturnUrl } from '../core/session/return-url';
import { Button } from '../ui/button';
import { Control } from '../ui/control';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { AuthPage } from './auth-page';
import { CODE_KINDS, type CodeKind } from './code-kinds';

/** What another page may want to be said here; its name stands in the query. */
const NOTICES: Record<string, string> = {
  'password-set': 'Your password is set. Sign in with it.',
};

/** The way in: e-mail and password, and then a code for accounts with two-factor sign-in. */
@Component({
  selector: 'app-login',
  imports: [AuthPage, Button, Control, Field, FormField, FormRoot, Notice, RouterLink],
  templateUrl: './login.html',
})
export class Login {
  /** Where the person wanted to go; from the query. */
  readonly return_url = input<string>();
  /** Key of `NOTICES`; from the query. */
  readonly notice = input<string>();

  private readonly auth = inject(AuthStore);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);

  protected readonly noticeWords = computed(() => NOTICES[this.notice() ?? '']);
  protected readonly failure = signal<string | null>(null);
  /** Which code is asked for; null while e-mail and password are. */
  protected readonly codeKind = signal<CodeKind | null>(null);
  protected readonly codeWords = computed(() => CODE_KINDS[this.codeKind() ?? 'app']);
  protected readonly form = form(
    signal({ email: '', password: '', code: '' }),
    (path) => {
      required(path.email, { message: 'E-mail is missing.' });
      required(path.password, { message: 'Password is missing.' });
      required(path.code, { message: 'Code is missing.', when: () => this.codeKind() !== null });
    },
    { submission: { action: () => this.signIn(), onInvalid: () => focusFirstError(this.form) } },
  );

  /** Both kinds go into the same field; only what is said about it changes. */
  protected ask(kind: CodeKind | null): void {
    this.codeKind.set(kind);
    this.failure.set(null);
    this.form.code().reset('');
    const field = kind ? this.form.code : this.form.password;
    setTimeout(() => field().focusBoundControl());
  }

  private signIn(): Promise<FieldErrors> {
    const { email, password, code } = this.form().value();
    const send = async () => {
      try {
        await this.auth.login(this.codeKind() ? { email, password, code: code.trim() } : { email, password });
      } catch (error) {
        this.goOnAfter(error);
        return;
      }
      await this.router.navigateByUrl(safeReturnUrl(this.return_url(), this.document.location.origin));
    };
    return sendForm(send, { code: this.form.code }, this.failure);
  }

  /** A code that is missing is no error: it is the next step. Everything else is. */
  private goOnAfter(error: unknown): void {
    if (isProblemOf(error, 'two-factor-required')) {
      this.ask('app');
      return;
    }
    if (isProblemOf(error, 'two-factor-wrong')) this.form.code().focusBoundControl();
    // The password was changed meanwhile: back to where it can be typed.
    else if (this.codeKind() && statusOf(error) === 401) this.ask(null);
    throw error;
  }
}
