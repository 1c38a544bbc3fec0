import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { InboundMailSummary, InboundMailView, Page } from '@ticketing/contracts';
import { CurrentActor, Roles } from '../platform/access/access.decorators.js';
import type { Actor } from '../platform/access/actor.js';
import { CsvExport } from '../platform/csv/csv-export.js';
import type { CsvTable } from '../platform/csv/csv-table.js';
import { ApiProblems, SignedIn } from '../platform/http/api-docs.js';
import { MAIL_TYPE } from '../platform/http/body-parsers.js';
import { idPipe } from '../platform/http/id.pipe.js';
import { AcceptMailDto } from './dto/accept-mail.dto.js';
import { InboundMailDto, InboundMailPageDto } from './dto/inbound-mail.dto.js';
import { FilterMailsQuery, ListMailsQuery } from './dto/list-mails.query.js';
import { mailNotFound } from './inbound-mail.problems.js';
import { QuarantineReader } from './quarantine-reader.js';
import { QuarantineService } from './quarantine.service.js';

const MailIdPipe = idPipe(mailNotFound);
const MailParam = () =>
  ApiParam({ name: 'id', type: 'integer', description: 'Id of the mail.', example: 73 });

@ApiTags('inbound mail')
@SignedIn()
@Roles(['admin'])
@Controller('admin/quarantine')
export class QuarantineController {
  constructor(
    private readonly quarantine: QuarantineService,
    private readonly reader: QuarantineReader,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'List mails that arrived',
    description: 'Newest first; without `state` those that wait for a decision. Admins only.',
  })
  @ApiOkResponse({ type: InboundMailPageDto })
  @ApiProblems(400, 403)
  list(@CurrentActor() actor: Actor, @Query() query: ListMailsQuery): Promise<Page<InboundMailSummary>> {
    return this.reader.list(actor, query);
  }

  @Get('export')
  @ApiOperation({ summary: 'Export mails that arrived', description: 'Everything that the filters leave.' })
  @CsvExport('Id,Received,Sender,Sender name,Subject,State,Reason,Ticket,Decided by,Decided,Begins\r\n')
  @ApiProblems(400, 403)
  export(@CurrentActor() _actor: Actor, @Query() query: FilterMailsQuery): CsvTable {
    return this.reader.export(query);
  }

  @Get(':id')
  @MailParam()
  @ApiOperation({ summary: 'Read a mail that arrived', description: 'As plain text, whatever it was.' })
  @ApiOkResponse({ type: InboundMailDto })
  @ApiProblems(403, 404)
  read(@Param('id', MailIdPipe) id: number): Promise<InboundMailView> {
    return this.reader.read(id);
  }

  @Get(':id/source')
  @Header('Content-Security-Policy', "default-src 'none'; sandbox")
  @MailParam()
  @ApiOperation({ summary: 'Download a mail as it came', description: '404 once it is deleted.' })
  @ApiProduces(MAIL_TYPE)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiProblems(403, 404)
  async source(@Param('id', MailIdPipe) id: number): Promise<StreamableFile> {
    return download(id, await this.reader.source(id));
  }

  @Post(':id/accept')
  @HttpCode(200)
  @MailParam()
  @ApiOperation({
    summary: 'File a mail as a ticket or a comment',
    description:
      'As the person that is named, else as the account with the address of the sender. A ticket of an address ' +
      'without account makes one, unverified, and mails a link to set a password. 409 for the second who decides.',
  })
  @ApiOkResponse({ type: InboundMailDto })
  @ApiProblems(400, 403, 404, 409, 413, 415, 429)
  accept(
    @CurrentActor() actor: Actor,
    @Param('id', MailIdPipe) id: number,
    @Body() body: AcceptMailDto,
  ): Promise<InboundMailView> {
    return this.quarantine.accept(actor, id, body);
  }

  @Post(':id/discard')
  @HttpCode(200)
  @MailParam()
  @ApiOperation({
    summary: 'Discard a mail',
    description: 'Its source is deleted after 30 days. 409 for the second who decides.',
  })
  @ApiOkResponse({ type: InboundMailDto })
  @ApiProblems(400, 403, 404, 409, 413, 415, 429)
  discard(@CurrentActor() actor: Actor, @Param('id', MailIdPipe) id: number): Promise<InboundMailView> {
    return this.quarantine.discard(actor, id);
  }
}

/** Never shown in the browser: what is in it was written by strangers. */
function download(id: number, source: Buffer): StreamableFile {
  return new StreamableFile(source, {
    type: MAIL_TYPE,
    disposition: `attachment; filename="mail-${id}.eml"`,
    length: source.length,
  });
}
