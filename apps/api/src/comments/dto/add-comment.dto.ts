import { type AddCommentRequest, LIMITS } from '@ticketing/contracts';
import { FlagField, TextField } from '../../platform/http/fields.js';

export class AddCommentDto implements AddCommentRequest {
  @TextField({ ...LIMITS.comment, description: 'Markdown.', example: 'A technician is on the way.' })
  content: string;

  @FlagField({
    description: 'True makes an internal note, which the requester never sees. Admins only.',
    example: false,
    optional: true,
  })
  is_internal?: boolean;
}
