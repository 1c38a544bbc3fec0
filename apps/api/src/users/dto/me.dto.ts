import { ApiProperty } from '@nestjs/swagger';
import { type AccountAbilities, LIMITS, type Me, type UpdateMeRequest } from '@ticketing/contracts';
import { TextField } from '../../platform/http/fields.js';
import { UserRefDto } from './user-ref.dto.js';

export class AccountAbilitiesDto implements AccountAbilities {
  @ApiProperty({ description: "List, search and count everybody's tickets.", example: false })
  see_all_tickets: boolean;

  @ApiProperty({ description: 'Be chosen as the assignee of a ticket.', example: false })
  be_assigned: boolean;

  @ApiProperty({
    description: 'Use the admin area: background jobs, the quarantine of mails, integrations.',
    example: false,
  })
  administer: boolean;
}

export class MeDto extends UserRefDto implements Me {
  @ApiProperty({ description: 'As typed at registration.', format: 'idn-email', example: 'ada@example.com' })
  email: string;

  @ApiProperty({ description: 'First name.', example: 'Ada' })
  first_name: string;

  @ApiProperty({ description: 'Last name.', example: 'Lovelace' })
  last_name: string;

  @ApiProperty({ description: 'Whether the link mailed to the address was used.', example: true })
  is_email_verified: boolean;

  @ApiProperty({ description: 'Whether two-factor sign-in is on.', example: false })
  has_two_factor: boolean;

  @ApiProperty({ description: 'Everything but the account answers 403 until it is set up.', example: false })
  must_set_up_two_factor: boolean;

  @ApiProperty({
    description: 'When the account was made.',
    format: 'date-time',
    example: '2026-11-24T09:30:00.000Z',
  })
  created_at: string;

  @ApiProperty({
    description: 'What the person may do that is not about one ticket.',
    type: AccountAbilitiesDto,
  })
  can: AccountAbilitiesDto;
}

const NAME = LIMITS.personName;

export class UpdateMeDto implements UpdateMeRequest {
  @TextField({ ...NAME, description: 'First name.', example: 'Ada', optional: true })
  first_name?: string;

  @TextField({ ...NAME, description: 'Last name.', example: 'Lovelace', optional: true })
  last_name?: string;
}
