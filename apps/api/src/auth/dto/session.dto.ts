import { ApiProperty } from '@nestjs/swagger';
import type { SessionView } from '@ticketing/contracts';
import { MeDto } from '../../users/index.js';

export class SessionDto implements SessionView {
  @ApiProperty({ description: 'Who signed in.', type: MeDto })
  user: MeDto;

  @ApiProperty({
    description: 'A JWT for the `Authorization: Bearer` header.',
    example: 'eyJhbGciOiJIUzI1NiJ9.e30.x',
  })
  access_token: string;

  @ApiProperty({
    description: 'For one use; null when it travels in the cookie.',
    type: String,
    nullable: true,
    example: 'p6Jt0yq2XnYk1sD3c8vB5mLr9wEa4uHf7gZiTjKoQxM',
  })
  refresh_token: string | null;

  @ApiProperty({ description: 'Life of the access token, in seconds.', type: 'integer', example: 600 })
  expires_in: number;
}
