import { type SchemaPath, email, required, validate } from '@angular/forms/signals';
import { textLength } from '@ticketing/contracts';

/** How long a text may be, in code points after trimming, as the API counts. */
export interface TextLimits {
  min?: number;
  max: number;
}

/** Checks a text as the API will. `name` starts the sentence: "Title must have at least 3 characters." */
export function textWithin(path: SchemaPath<string>, name: string, limits: TextLimits): void {
  const min = limits.min ?? 0;
  if (min > 0) required(path, { message: `${name} is missing.` });
  validate(path, ({ value }) => {
    const length = textLength(value());
    if (length > limits.max) {
      const over = length - limits.max;
      return {
        kind: 'tooLong',
        message: `${name} is ${over} ${over === 1 ? 'character' : 'characters'} too long.`,
      };
    }
    if (length === 0 && min > 0) return { kind: 'blank', message: `${name} is missing.` };
    if (length < min) return { kind: 'tooShort', message: `${name} must have at least ${min} characters.` };
    return undefined;
  });
}

/** Checks that a text looks like an e-mail address. */
export function emailAddress(path: SchemaPath<string>, limits: TextLimits): void {
  textWithin(path, 'E-mail', { min: 1, max: limits.max });
  email(path, { message: 'This does not look like an e-mail address.' });
}
