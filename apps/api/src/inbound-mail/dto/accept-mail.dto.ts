import { ACCEPT_MAIL_AS, type AcceptMailAs, type AcceptMailRequest } from '@ticketing/contracts';
import { ChoiceField, IdField } from '../../platform/http/fields.js';

export class AcceptMailDto implements AcceptMailRequest {
  @ChoiceField(ACCEPT_MAIL_AS, { description: 'What it becomes.', example: 'comment' })
  as: AcceptMailAs;

  @IdField({ description: 'The ticket to comment on. Not used for `ticket`.', example: 182, optional: true })
  ticket_id?: number;

  @IdField({
    description:
      'As whom. Left out: as the account with the address of the sender; a `ticket` makes one where there is none.',
    example: 7,
    optional: true,
  })
  user_id?: number;
}
