import {
  LIMITS,
  type LoginRequest,
  REFRESH_TRANSPORTS,
  type RefreshRequest,
  type RefreshTransport,
  type RegisterRequest,
} from '@ticketing/contracts';
import { ChoiceField, SecretField, TextField } from '../../platform/http/fields.js';
import { EmailField } from '../../users/index.js';
import { CODE } from './two-factor.dto.js';

const TRANSPORT = {
  description:
    'Where the refresh token travels: `cookie` (HttpOnly) for browsers. `body` unless said otherwise.',
  example: 'body',
  optional: true,
};

export class LoginDto implements LoginRequest {
  @EmailField('The address of the account.')
  email: string;

  @SecretField({
    min: 1,
    max: LIMITS.password.max,
    description: 'The password.',
    example: 'correct horse battery',
  })
  password: string;

  @SecretField({
    ...CODE,
    description: 'For accounts with two-factor sign-in: six digits of the app, or a recovery code.',
    optional: true,
  })
  code?: string;

  @ChoiceField(REFRESH_TRANSPORTS, TRANSPORT)
  refresh_transport?: RefreshTransport;
}

export class RegisterDto implements RegisterRequest {
  @EmailField('Mail goes to it as typed; upper and lower case make no other account.')
  email: string;

  @SecretField({
    ...LIMITS.password,
    description: '8 to 1,024 characters of any kind.',
    example: 'correct horse battery',
  })
  password: string;

  @TextField({ ...LIMITS.personName, description: 'First name.', example: 'Ada' })
  first_name: string;

  @TextField({ ...LIMITS.personName, description: 'Last name.', example: 'Lovelace' })
  last_name: string;

  @ChoiceField(REFRESH_TRANSPORTS, TRANSPORT)
  refresh_transport?: RefreshTransport;
}

export class RefreshDto implements RefreshRequest {
  @SecretField({
    max: 200,
    description: 'The refresh token; left out by browsers, whose cookie has it.',
    example: 'p6Jt0yq2XnYk1sD3c8vB5mLr9wEa4uHf7gZiTjKoQxM',
    optional: true,
  })
  refresh_token?: string;
}
