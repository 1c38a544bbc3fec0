import { DOCUMENT, Component, computed, inject, input, signal } from '@angular/core';
import { FormField, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { PasswordField } from '../core/forms/password-field';
import { sentForm } from '../core/forms/sent-form';
import { isProblemOf, statusOf } from '../core/http/problem';
import { AuthStore } from '../core/session/auth-store';
import { safeReturnUrl } from '../core/session/return-url';
import { Control } from '../ui/control';
import { Field } from '../ui/field';
import { FormFrame } from '../ui/form-frame';
import { Notice } from '../ui/notice';
import { AuthPage } from './auth-page';
import { CODE_KINDS, type CodeKind } from './code-kinds';

/** What another page may want to be said here; its name stands in the query. */
const NOTICES: Record<string, string> = {
  'password-set': 'Your password is set. Sign in with it.',
};

/** What the form holds; the code only counts once it was asked for. */
interface Typed {
  email: string;
  password: string;
  code: string;
}

/** The way in: e-mail and password, and then a code for accounts with two-factor sign-in. */
@Component({
  selector: 'app-login',
  imports: [AuthPage, Control, Field, FormField, FormFrame, Notice, PasswordField, RouterLink],
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
  /** Which code is asked for; null while e-mail and password are. */
  protected readonly codeKind = signal<CodeKind | null>(null);
  protected readonly codeWords = computed(() => CODE_KINDS[this.codeKind() ?? 'app']);
  protected readonly form = sentForm(
    { email: '', password: '', code: '' },
    (path) => {
      required(path.email, { message: 'E-mail is missing.' });
      required(path.password, { message: 'Password is missing.' });
      required(path.code, { message: 'Code is missing.', when: () => this.codeKind() !== null });
    },
    (typed) => this.signIn(typed),
  );

  /** Both kinds go into the same field; only what is said about it changes. */
  protected ask(kind: CodeKind | null): void {
    this.codeKind.set(kind);
    this.form.failure.set(null);
    this.form.fields.code().reset('');
    const field = kind ? this.form.fields.code : this.form.fields.password;
    setTimeout(() => field().focusBoundControl());
  }

  private async signIn({ email, password, code }: Typed): Promise<void> {
    try {
      await this.auth.login(this.codeKind() ? { email, password, code: code.trim() } : { email, password });
    } catch (error) {
      this.goOnAfter(error);
      return;
    }
    await this.router.navigateByUrl(safeReturnUrl(this.return_url(), this.document.location.origin));
  }

  /** A code that is missing is no error: it is the next step. Everything else is. */
  private goOnAfter(error: unknown): void {
    if (isProblemOf(error, 'two-factor-required')) {
      this.ask('app');
      return;
    }
    if (isProblemOf(error, 'two-factor-wrong')) this.form.fields.code().focusBoundControl();
    // The password was changed meanwhile: back to where it can be typed.
    else if (this.codeKind() && statusOf(error) === 401) this.ask(null);
    throw error;
  }
}
