import { Component, computed, input } from '@angular/core';
import type { TwoFactorSetup } from '@ticketing/contracts';
import { Button } from '../../ui/button';

/** What the authenticator app needs: a picture to scan, or the same as text. */
@Component({
  selector: 'app-authenticator-seed',
  imports: [Button],
  template: `
    <div class="flex gap-4 max-sm:flex-col">
      <img
        class="size-44 shrink-0 rounded-control border border-line bg-white p-2"
        width="176"
        height="176"
        alt="QR code for your authenticator app"
        [src]="setup().qr_code"
      />
      <div class="flex min-w-0 flex-col gap-3">
        <p>Scan the picture with your authenticator app, then enter the code that it shows.</p>
        <div>
          <p class="text-small text-muted">Without a camera, type this key:</p>
          <code class="block font-mono text-balance">{{ grouped() }}</code>
        </div>
        <a class="self-start lg:hidden" uiButton [href]="setup().otpauth_url">Open an app on this device</a>
      </div>
    </div>
  `,
})
export class AuthenticatorSeed {
  readonly setup = input.required<TwoFactorSetup>();

  /** In fours, as one reads it out; apps ignore the spaces. */
  protected readonly grouped = computed(() => this.setup().secret.replace(/(.{4})(?=.)/g, '$1 '));
}
