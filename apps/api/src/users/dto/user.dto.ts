import { ApiProperty } from '@nestjs/swagger';
import { type Role, ROLES, type UpdateUserRequest, type UserView } from '@ticketing/contracts';
import { ChoiceField, FlagField } from '../../platform/http/fields.js';
import { UserRefDto } from './user-ref.dto.js';

export class UserDto extends UserRefDto implements UserView {
  @ApiProperty({ description: 'As typed at registration.', format: 'idn-email', example: 'ada@example.com' })
  email: string;

  @ApiProperty({ description: 'Someone inactive cannot sign in; their tickets stay.', example: true })
  is_active: boolean;

  @ApiProperty({ description: 'Whether the link mailed to the address was used.', example: true })
  is_email_verified: boolean;

  @ApiProperty({ description: 'Whether two-factor sign-in is on.', example: false })
  has_two_factor: boolean;

  @ApiProperty({
    description: 'When the account was made.',
    format: 'date-time',
    example: '2026-11-24T09:30:00.000Z',
  })
  created_at: string;
}

export class UpdateUserDto implements UpdateUserRequest {
  @ChoiceField(ROLES, {
    description: 'What they may do from the next request on.',
    example: 'admin',
    optional: true,
  })
  role?: Role;

  @FlagField({ description: 'False signs them out everywhere, at once.', example: false, optional: true })
  is_active?: boolean;
}
