import { Component, computed, inject, signal, viewChild } from '@angular/core';
import type { RecoveryCodes, TwoFactorSetup } from '@ticketing/contracts';
import { sentenceFor } from '../../core/http/problem';
import { AuthStore } from '../../core/session/auth-store';
import { Button } from '../../ui/button';
import { ButtonRow } from '../../ui/button-row';
import { Notice } from '../../ui/notice';
import { Toaster } from '../../ui/toaster';
import { AccountSection } from '../account-section';
import { AccountApi } from '../data/account-api';
import { StateBadge } from '../state-badge';
import { AuthenticatorSeed } from './authenticator-seed';
import { CodeForm } from './code-form';
import { RecoveryCodesPanel } from './recovery-codes-panel';
import { SwitchOffForm } from './switch-off-form';

/** Two-factor sign-in: set it up, get new recovery codes, switch it off. */
@Component({
  selector: 'app-two-factor-section',
  imports: [
    AccountSection,
    AuthenticatorSeed,
    Button,
    ButtonRow,
    CodeForm,
    Notice,
    RecoveryCodesPanel,
    StateBadge,
    SwitchOffForm,
  ],
  templateUrl: './two-factor-section.html',
  host: { class: 'block' },
})
export class TwoFactorSection {
  private readonly api = inject(AccountApi);
  private readonly auth = inject(AuthStore);
  private readonly toaster = inject(Toaster);
  private readonly section = viewChild.required(AccountSection);

  protected readonly me = this.auth.me;
  protected readonly isOn = computed(() => this.me()?.has_two_factor ?? false);
  /** What is under way: nothing, one of the forms, or the look at new codes. */
  protected readonly step = signal<'none' | 'renew' | 'switch-off'>('none');
  protected readonly setup = signal<TwoFactorSetup | null>(null);
  protected readonly codes = signal<readonly string[] | null>(null);
  protected readonly asking = signal(false);
  protected readonly failure = signal<string | null>(null);

  protected async begin(): Promise<void> {
    if (this.asking()) return;
    this.asking.set(true);
    this.failure.set(null);
    try {
      this.setup.set(await this.api.setUpTwoFactor());
    } catch (error) {
      this.failure.set(sentenceFor(error));
    } finally {
      this.asking.set(false);
    }
  }

  protected readonly enable = async (code: string): Promise<void> => {
    this.show(await this.api.enableTwoFactor({ code }));
    await this.auth.reload();
  };

  protected readonly renew = async (code: string): Promise<void> => {
    this.show(await this.api.renewRecoveryCodes({ code }));
  };

  protected async afterSwitchOff(): Promise<void> {
    this.toaster.done('Two-factor sign-in is off.');
    this.rest();
    await this.auth.reload();
  }

  /** Back to how it starts. */
  protected rest(): void {
    this.step.set('none');
    this.setup.set(null);
    this.codes.set(null);
    this.section().focus();
  }

  private show({ recovery_codes }: RecoveryCodes): void {
    this.step.set('none');
    this.setup.set(null);
    this.codes.set(recovery_codes);
  }
}
