import { Component, ElementRef, afterRenderEffect, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { AuthStore } from '../core/session/auth-store';
import { ThemePicker } from './appearance/theme-picker';
import { NotificationsSection } from './notifications/notifications-section';
import { EmailSection } from './profile/email-section';
import { PasswordForm } from './profile/password-form';
import { ProfileForm } from './profile/profile-form';
import { SessionsSection } from './sessions/sessions-section';
import { TwoFactorSection } from './two-factor/two-factor-section';

/** Everything about the signed-in person: who they are, how they sign in, where, and how it looks. */
@Component({
  selector: 'app-account-page',
  imports: [
    EmailSection,
    NotificationsSection,
    PasswordForm,
    ProfileForm,
    SessionsSection,
    ThemePicker,
    TwoFactorSection,
  ],
  template: `
    <div class="mx-auto flex w-full max-w-2xl flex-col gap-4 px-4 py-6 lg:py-10">
      <h1 class="text-h1 font-semibold">Your account</h1>
      @if (twoFactorFirst) {
        <app-two-factor-section id="two-factor" class="scroll-mt-24" />
      }
      <app-profile-form />
      <app-email-section />
      <app-password-form />
      @if (!twoFactorFirst) {
        <app-two-factor-section id="two-factor" class="scroll-mt-4" />
      }
      @if (!me()?.must_set_up_two_factor) {
        <app-notifications-section id="notifications" class="block scroll-mt-4" />
      }
      <app-sessions-section />
      <app-theme-picker />
    </div>
  `,
  host: { class: 'block h-full overflow-y-auto bg-subtle' },
})
export class AccountPage {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly me = inject(AuthStore).me;
  /** As it was when the page was opened: nothing moves, and no code is lost, when it has been set up. */
  protected readonly twoFactorFirst = this.me()?.must_set_up_two_factor ?? false;
  private readonly fragment = toSignal(inject(ActivatedRoute).fragment);

  constructor() {
    // The router's own scrolling moves the window; here the page scrolls inside of the shell.
    afterRenderEffect(() => {
      const id = this.fragment();
      if (id) this.host.querySelector(`[id="${CSS.escape(id)}"]`)?.scrollIntoView();
    });
  }
}
