import { ApiProperty } from '@nestjs/swagger';
import { type Role, ROLES, type UserRef } from '@ticketing/contracts';
import { pageOf } from '../../platform/http/page.dto.js';

export class UserRefDto implements UserRef {
  @ApiProperty({ description: 'Id of the person.', type: 'integer', example: 7 })
  id: number;

  @ApiProperty({ description: 'First and last name.', example: 'Ada Lovelace' })
  name: string;

  @ApiProperty({
    description: 'Customers are `user`, the support team is `admin`.',
    enum: ROLES,
    example: 'user',
  })
  role: Role;

  @ApiProperty({
    description: 'Address of a picture; null: show initials.',
    type: String,
    nullable: true,
    example: null,
  })
  avatar: string | null;
}

export class UserRefPageDto extends pageOf(UserRefDto) {}
