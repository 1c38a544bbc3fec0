import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { LIMITS } from '@ticketing/contracts';
import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';
import { canonicalEmail } from './canonical-email.js';

/** An e-mail address in a request body. */
export function EmailField(description: string) {
  return applyDecorators(
    Transform(({ value }) => (typeof value === 'string' ? value.trim() : value)),
    ValidateBy({
      name: 'email',
      validator: {
        validate: (value) => typeof value === 'string' && canonicalEmail(value) !== undefined,
        defaultMessage: () => 'This is not an e-mail address that mail can be sent to.',
      },
    }),
    ApiProperty({
      description,
      type: String,
      format: 'idn-email',
      maxLength: LIMITS.email.max,
      example: 'ada@example.com',
    }),
  );
}
