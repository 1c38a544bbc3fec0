import { Controller, HttpCode, Post, Req, UseGuards } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { InboundMailReceipt } from '@ticketing/contracts';
import type { FastifyRequest } from 'fastify';
import { Public } from '../platform/access/access.decorators.js';
import { ApiProblems } from '../platform/http/api-docs.js';
import { MAIL_TYPE, TakesMail } from '../platform/http/body-parsers.js';
import { Limited } from '../platform/throttle/rate-limits.js';
import { InboundMailReceiptDto } from './dto/inbound-mail.dto.js';
import { InboundSecretGuard } from './inbound-secret.guard.js';
import { InboxService } from './inbox.service.js';
import { readMail } from './read-mail.js';

@ApiTags('inbound mail')
@Controller('inbound')
export class InboundMailController {
  constructor(private readonly inbox: InboxService) {}

  @Public()
  @Limited('inbound')
  @UseGuards(InboundSecretGuard)
  @TakesMail()
  @Post('mail')
  @HttpCode(202)
  @ApiBearerAuth('inbound_secret')
  @ApiConsumes(MAIL_TYPE)
  @ApiBody({
    description: 'The mail as it came, headers and all; at most 25 MiB.',
    schema: { type: 'string', format: 'binary' },
  })
  @ApiOperation({
    summary: 'Hand over a mail',
    description:
      'For mail servers. 202 means that it is kept; what becomes of it is found out afterwards. The same bytes again ' +
      'are the same mail and get the same id. 404 where the server has no INBOUND_SECRET.',
  })
  @ApiAcceptedResponse({ type: InboundMailReceiptDto })
  @ApiProblems(400, 401, 404, 413, 415, 429)
  async receive(@Req() { body }: FastifyRequest): Promise<InboundMailReceipt> {
    return { id: await this.inbox.receive('http', await readMail(body)) };
  }
}
