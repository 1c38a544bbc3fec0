import { ApiProperty } from '@nestjs/swagger';
import type { TicketMute } from '@ticketing/contracts';

export class TicketMuteDto implements TicketMute {
  @ApiProperty({ description: 'True: the caller is told nothing more about this ticket.', example: true })
  muted: boolean;
}
