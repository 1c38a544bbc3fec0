import { HttpClient } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type {
  ChangePasswordRequest,
  DisableTwoFactorRequest,
  Me,
  RecoveryCodes,
  TwoFactorCodeRequest,
  TwoFactorSetup,
  UpdateMeRequest,
} from '@ticketing/contracts';
import { firstValueFrom } from 'rxjs';

/** The endpoints of the own account. */
@Service()
export class AccountApi {
  private readonly http = inject(HttpClient);

  updateMe(change: UpdateMeRequest): Promise<Me> {
    return firstValueFrom(this.http.patch<Me>('/api/auth/me/', change));
  }

  resendVerification(): Promise<void> {
    return this.post('resend_verification/');
  }

  changePassword(body: ChangePasswordRequest): Promise<void> {
    return this.post('change_password/', body);
  }

  setUpTwoFactor(): Promise<TwoFactorSetup> {
    return this.post('two_factor/setup/');
  }

  enableTwoFactor(body: TwoFactorCodeRequest): Promise<RecoveryCodes> {
    return this.post('two_factor/enable/', body);
  }

  renewRecoveryCodes(body: TwoFactorCodeRequest): Promise<RecoveryCodes> {
    return this.post('two_factor/recovery_codes/', body);
  }

  disableTwoFactor(body: DisableTwoFactorRequest): Promise<void> {
    return this.post('two_factor/disable/', body);
  }

  endSession(id: string): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`/api/auth/sessions/${id}/`));
  }

  endOtherSessions(): Promise<void> {
    return this.post('sessions/end_others/');
  }

  private post<T>(path: string, body: object = {}): Promise<T> {
    return firstValueFrom(this.http.post<T>(`/api/auth/${path}`, body));
  }
}
