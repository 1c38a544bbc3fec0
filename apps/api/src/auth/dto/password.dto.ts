import {
  type ChangePasswordRequest,
  type ForgotPasswordRequest,
  LIMITS,
  type ResetPasswordRequest,
  type VerifyEmailRequest,
} from '@ticketing/contracts';
import { SecretField } from '../../platform/http/fields.js';
import { EmailField } from '../../users/index.js';

const NEW_PASSWORD = {
  ...LIMITS.password,
  description: '8 to 1,024 characters of any kind; none of the most used, none like your name.',
  example: 'correct horse battery',
};
const TOKEN = {
  max: 200,
  description: 'From the mail: good once, for an hour.',
  example: '5f0c6e0e-9a46-4c0f-8f3e-2f8f0c6f9d11.kqX',
};

export class ChangePasswordDto implements ChangePasswordRequest {
  @SecretField({ max: LIMITS.password.max, description: 'The one in use.', example: 'old horse battery' })
  current_password: string;

  @SecretField(NEW_PASSWORD)
  new_password: string;
}

export class ForgotPasswordDto implements ForgotPasswordRequest {
  @EmailField('The address of the account.')
  email: string;
}

export class ResetPasswordDto implements ResetPasswordRequest {
  @SecretField(TOKEN)
  token: string;

  @SecretField(NEW_PASSWORD)
  new_password: string;
}

export class VerifyEmailDto implements VerifyEmailRequest {
  @SecretField(TOKEN)
  token: string;
}
