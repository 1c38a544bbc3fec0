import { ApiProperty } from '@nestjs/swagger';
import type { DownloadLink, DownloadRequest } from '@ticketing/contracts';
import { TextField } from '../../platform/http/fields.js';

export class RequestDownloadDto implements DownloadRequest {
  @TextField({
    min: 1,
    max: 4_000,
    description: 'Address of an export, with its filters.',
    example: '/api/admin/tickets/export/?status=open',
  })
  path: string;
}

export class DownloadLinkDto implements DownloadLink {
  @ApiProperty({ description: 'Where the browser goes.', example: '/api/downloads/q3v...Zk0/' })
  url: string;

  @ApiProperty({
    description: 'Good once, until then.',
    format: 'date-time',
    example: '2026-11-24T09:31:00.000Z',
  })
  expires_at: string;
}
