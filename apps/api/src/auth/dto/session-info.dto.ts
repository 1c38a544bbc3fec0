import { ApiProperty } from '@nestjs/swagger';
import type { SessionInfo, SessionList } from '@ticketing/contracts';

const MOMENT = { format: 'date-time', example: '2026-11-24T09:30:00.000Z' } as const;

export class SessionInfoDto implements SessionInfo {
  @ApiProperty({
    description: 'Id of the session.',
    format: 'uuid',
    example: '7b0e6f6c-3a43-4f0b-9d6c-0f1f4d1c2b3a',
  })
  id: string;

  @ApiProperty({ description: 'The session of this very request.', example: true })
  is_current: boolean;

  @ApiProperty({ description: 'When it was signed in.', ...MOMENT })
  created_at: string;

  @ApiProperty({ description: 'When it last got a new pair of tokens.', ...MOMENT })
  last_used_at: string;

  @ApiProperty({
    description: "The browser's own words.",
    type: String,
    nullable: true,
    example: 'Mozilla/5.0',
  })
  user_agent: string | null;

  @ApiProperty({
    description: 'Where it was signed in from.',
    type: String,
    nullable: true,
    example: '203.0.113.7',
  })
  ip: string | null;
}

export class SessionListDto implements SessionList {
  @ApiProperty({ description: 'Live sessions, last used first.', type: [SessionInfoDto] })
  results: SessionInfoDto[];
}
