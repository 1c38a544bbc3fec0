import { type SchemaPath, required, validate } from '@angular/forms/signals';

/** Length only: composition rules make worse passwords. Spaces count, unlike in other texts. */
export function passwordWithin(
  path: SchemaPath<string>,
  limits: { min: number; max: number },
  name = 'Password',
): void {
  required(path, { message: `${name} is missing.` });
  validate(path, ({ value }) => {
    const length = [...value()].length;
    if (length === 0) return undefined;
    if (length < limits.min) {
      return { kind: 'tooShort', message: `${name} must have at least ${limits.min} characters.` };
    }
    return length > limits.max ? { kind: 'tooLong', message: `${name} is too long.` } : undefined;
  });
}
