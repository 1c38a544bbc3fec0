import { PartialType } from '@nestjs/swagger';
import {
  type CreateTagRequest,
  TAG_COLORS,
  TAG_LIMITS,
  type TagColor,
  type UpdateTagRequest,
} from '@ticketing/contracts';
import { ChoiceField, TextField } from '../../platform/http/fields.js';

export class CreateTagDto implements CreateTagRequest {
  @TextField({
    ...TAG_LIMITS.name,
    description: 'The word itself; unlike the name of any other, whatever the case.',
    example: 'Printer',
  })
  name: string;

  @ChoiceField(TAG_COLORS, {
    description: 'How it looks. `gray` unless given.',
    example: 'teal',
    optional: true,
  })
  color?: TagColor;

  @TextField({
    ...TAG_LIMITS.description,
    description: 'When to use it. Empty unless given.',
    example: 'Everything that prints.',
    optional: true,
  })
  description?: string;
}

/** Left out means unchanged; null is no value for these fields (`skipNullProperties: false` refuses it). */
export class UpdateTagDto
  extends PartialType(CreateTagDto, { skipNullProperties: false })
  implements UpdateTagRequest {}
