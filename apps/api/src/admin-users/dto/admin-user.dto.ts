import { ApiProperty } from '@nestjs/swagger';
import type { AdminUser, AdminUserDetail } from '@ticketing/contracts';
import { pageOf } from '../../platform/http/page.dto.js';
import { UserDto } from '../../users/index.js';

const MOMENT = { format: 'date-time', example: '2026-11-24T09:30:00.000Z' } as const;

export class AdminUserDto extends UserDto implements AdminUser {
  @ApiProperty({ description: 'First name.', example: 'Ada' })
  first_name: string;

  @ApiProperty({ description: 'Last name.', example: 'Lovelace' })
  last_name: string;

  @ApiProperty({
    description: 'Grows with everything that is shown here; the ETag.',
    type: 'integer',
    example: 3,
  })
  version: number;

  @ApiProperty({ description: 'Invited by mail, and has not chosen a password yet.', example: false })
  is_invited: boolean;

  @ApiProperty({ description: 'When the account was last changed.', ...MOMENT })
  updated_at: string;
}

export class AdminUserDetailDto extends AdminUserDto implements AdminUserDetail {
  @ApiProperty({ description: 'Live sign-ins.', type: 'integer', example: 2 })
  session_count: number;

  @ApiProperty({
    description: 'When they last used one; null: none is left.',
    type: String,
    nullable: true,
    ...MOMENT,
  })
  last_seen_at: string | null;

  @ApiProperty({
    description: 'Their tickets that are not resolved or closed; counted up to 10,000.',
    type: 'integer',
    example: 1,
  })
  active_tickets: number;

  @ApiProperty({
    description: 'Active tickets that they have as an admin; counted up to 10,000.',
    type: 'integer',
    example: 0,
  })
  assigned_tickets: number;
}

export class AdminUserPageDto extends pageOf(AdminUserDto) {}
