import { ApiProperty } from '@nestjs/swagger';
import {
  type DisableTwoFactorRequest,
  LIMITS,
  type RecoveryCodes,
  type TwoFactorCodeRequest,
  type TwoFactorSetup,
} from '@ticketing/contracts';
import { SecretField } from '../../platform/http/fields.js';

/** Long enough for a recovery code with spaces. */
export const CODE = { max: 40, description: 'Six digits of the app, or a recovery code.', example: '287082' };

export class TwoFactorSetupDto implements TwoFactorSetup {
  @ApiProperty({
    description: 'Base32, to be typed where no camera is.',
    example: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  })
  secret: string;

  @ApiProperty({
    description: 'For the authenticator app.',
    example: 'otpauth://totp/Ticketing:ada?secret=GEZD',
  })
  otpauth_url: string;

  @ApiProperty({ description: 'The same as a QR code.', example: 'data:image/svg+xml;base64,PHN2Zz4=' })
  qr_code: string;
}

export class TwoFactorCodeDto implements TwoFactorCodeRequest {
  @SecretField({ ...CODE, description: 'Six digits of the app.' })
  code: string;
}

export class DisableTwoFactorDto implements DisableTwoFactorRequest {
  @SecretField({ max: LIMITS.password.max, description: 'The password.', example: 'correct horse battery' })
  password: string;

  @SecretField(CODE)
  code: string;
}

export class RecoveryCodesDto implements RecoveryCodes {
  @ApiProperty({
    description: 'Shown once, each good for one sign-in.',
    type: [String],
    example: ['0f3a9-b1c2d-4e5f6-a7b8c'],
  })
  recovery_codes: string[];
}
