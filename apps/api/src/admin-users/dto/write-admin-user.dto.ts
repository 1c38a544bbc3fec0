import { PartialType } from '@nestjs/swagger';
import {
  type AdminUpdateUserRequest,
  type InviteUserRequest,
  LIMITS,
  type Role,
  ROLES,
} from '@ticketing/contracts';
import { ChoiceField, FlagField, TextField } from '../../platform/http/fields.js';
import { EmailField } from '../../users/index.js';

const NAME = LIMITS.personName;

export class InviteUserDto implements InviteUserRequest {
  @EmailField('Mail goes to it as typed; upper and lower case make no other account.')
  email: string;

  @TextField({ ...NAME, description: 'First name.', example: 'Ada' })
  first_name: string;

  @TextField({ ...NAME, description: 'Last name.', example: 'Lovelace' })
  last_name: string;

  @ChoiceField(ROLES, {
    description: 'What they may do. `user` unless given.',
    example: 'user',
    optional: true,
  })
  role?: Role;
}

/** Left out means unchanged; null is no value for these fields (`skipNullProperties: false` refuses it). */
export class AdminUpdateUserDto
  extends PartialType(InviteUserDto, { skipNullProperties: false })
  implements AdminUpdateUserRequest
{
  @FlagField({ description: 'False signs them out everywhere, at once.', example: false, optional: true })
  is_active?: boolean;
}
