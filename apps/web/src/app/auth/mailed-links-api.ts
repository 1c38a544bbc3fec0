import { HttpClient } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { ForgotPasswordRequest, ResetPasswordRequest, VerifyEmailRequest } from '@ticketing/contracts';
import { firstValueFrom } from 'rxjs';

/** The problem that a link meets which was used, has expired, or never was. */
export const LINK_NOT_GOOD = 'link-not-good';

/** The endpoints around links that come by mail. None of them needs a session. */
@Service()
export class MailedLinksApi {
  private readonly http = inject(HttpClient);

  forgotPassword(body: ForgotPasswordRequest): Promise<void> {
    return this.post('forgot_password', body);
  }

  resetPassword(body: ResetPasswordRequest): Promise<void> {
    return this.post('reset_password', body);
  }

  verifyEmail(body: VerifyEmailRequest): Promise<void> {
    return this.post('verify_email', body);
  }

  private post(path: string, body: object): Promise<void> {
    return firstValueFrom(this.http.post<void>(`/api/auth/${path}/`, body));
  }
}
