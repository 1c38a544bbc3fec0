import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { LIMITS } from '@ticketing/contracts';
import { type ClassConstructor, plainToInstance, Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, Max, Min, ValidateBy, ValidateIf, ValidateNested } from 'class-validator';

/*
 * One decorator per kind of field of a request body: what is checked is what Swagger shows.
 * Optional means "may be left out": null is not the same and is refused.
 */

export interface FieldDoc {
  description: string;
  example?: unknown;
  optional?: boolean;
}

/** A text within limits (code points after trimming), stored trimmed. */
export function TextField({ min = 0, max, ...doc }: FieldDoc & { min?: number; max: number }) {
  return applyDecorators(
    Trimmed(),
    Length(min, max),
    ...documented(doc, { type: String, minLength: min, maxLength: max }),
  );
}

/** One of a closed set of values. */
export function ChoiceField(values: readonly string[], doc: FieldDoc) {
  return applyDecorators(
    IsIn(values, { message: `$property must be one of: ${values.join(', ')}.` }),
    ...documented(doc, { type: String, enum: [...values] }),
  );
}

/** Some of a closed set of values, at least one, each once. */
export function ChoicesField(values: readonly string[], doc: FieldDoc) {
  const isChoice = (value: unknown) =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((one) => values.includes(one)) &&
    new Set(value).size === value.length;
  return applyDecorators(
    ValidateBy({
      name: 'choices',
      validator: {
        validate: isChoice,
        defaultMessage: (args) => `${args?.property} must be a list of some of: ${values.join(', ')}.`,
      },
    }),
    ...documented(doc, {
      type: 'array',
      items: { type: 'string', enum: [...values] },
      minItems: 1,
      uniqueItems: true,
    }),
  );
}

/** `true` or `false`, nothing that looks like it. */
export function FlagField(doc: FieldDoc) {
  return applyDecorators(
    IsBoolean({ message: '$property must be true or false.' }),
    ...documented(doc, { type: Boolean }),
  );
}

/** The id of something, or null when the field says so. */
export function IdField({ nullable = false, ...doc }: FieldDoc & { nullable?: boolean }) {
  const message = `$property must be the id of something${nullable ? ' or null' : ''}.`;
  return applyDecorators(
    ...(nullable ? [ValidateIf((_, value) => value !== null)] : []),
    IsInt({ message }),
    Min(1, { message }),
    Max(LIMITS.id.max, { message }),
    ...documented(doc, { type: 'integer', minimum: 1, maximum: LIMITS.id.max, nullable }),
  );
}

/** An object of the class. What is no object is refused as a whole, before its fields. */
export function ObjectField<T>(type: ClassConstructor<T>, doc: Omit<FieldDoc, 'optional'>) {
  return applyDecorators(
    Transform(({ value }) => (isObject(value) ? plainToInstance(type, value) : undefined)),
    ValidateBy({
      name: 'object',
      validator: {
        validate: isObject,
        defaultMessage: (args) => `${args?.property} must be an object.`,
      },
    }),
    ValidateNested(),
    ...documented(doc, { type }),
  );
}

/** One or more objects, each of the class. What is no such list is refused as a whole, before its entries. */
export function ListField<T>(
  item: ClassConstructor<T>,
  { max, ...doc }: Omit<FieldDoc, 'optional'> & { max: number },
) {
  return applyDecorators(
    Transform(({ value }) => (isListOfObjects(value, max) ? plainToInstance(item, value) : undefined)),
    ValidateBy({
      name: 'list',
      validator: {
        validate: Array.isArray,
        defaultMessage: (args) => `${args?.property} must be a list of 1 to ${max} objects.`,
      },
    }),
    ValidateNested({ each: true }),
    ...documented(doc, { type: [item], minItems: 1, maxItems: max }),
  );
}

/** A whole number within bounds. */
export function IntegerField({ min, max, ...doc }: FieldDoc & { min: number; max: number }) {
  const message = `$property must be a whole number from ${min} to ${max}.`;
  return applyDecorators(
    IsInt({ message }),
    Min(min, { message }),
    Max(max, { message }),
    ...documented(doc, { type: 'integer', minimum: min, maximum: max }),
  );
}

/** Ids, none twice; at least one unless said otherwise. */
export function IdsField({ min = 1, max, ...doc }: FieldDoc & { min?: number; max: number }) {
  return applyDecorators(
    ValidateBy({
      name: 'ids',
      validator: {
        validate: (value) =>
          areIds(value) && isWithin(value.length, min, max) && new Set(value).size === value.length,
        defaultMessage: (args) => `${args?.property} must be a list of ${min} to ${max} ids, none twice.`,
      },
    }),
    ...documented(doc, {
      type: 'array',
      items: { type: 'integer', minimum: 1, maximum: LIMITS.id.max },
      minItems: min,
      maxItems: max,
      uniqueItems: true,
    }),
  );
}

/** A text that is kept as it is typed: a password, a token. */
export function SecretField({ min = 1, max, ...doc }: FieldDoc & { min?: number; max: number }) {
  return applyDecorators(
    Length(min, max),
    ...documented(doc, { type: String, minLength: min, maxLength: max }),
  );
}

function Trimmed() {
  return Transform(({ value }) => (typeof value === 'string' ? value.trim() : value));
}

/** Counts code points, as PostgreSQL's `char_length` does. */
function Length(min: number, max: number) {
  const range = min > 0 ? `between ${min} and ${max}` : `at most ${max}`;
  return ValidateBy({
    name: 'length',
    validator: {
      validate: (value) => typeof value === 'string' && isWithin([...value].length, min, max),
      defaultMessage: (args) => `${args?.property} must be a text of ${range} characters.`,
    },
  });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOfObjects(value: unknown, max: number): value is object[] {
  return Array.isArray(value) && isWithin(value.length, 1, max) && value.every(isObject);
}

function areIds(value: unknown): value is number[] {
  const isId = (id: unknown) => Number.isInteger(id) && isWithin(Number(id), 1, LIMITS.id.max);
  return Array.isArray(value) && value.every(isId);
}

function isWithin(length: number, min: number, max: number): boolean {
  return length >= min && length <= max;
}

function documented({ optional = false, ...doc }: FieldDoc, schema: ApiPropertyOptions) {
  const presence = optional ? [ValidateIf((_, value) => value !== undefined)] : [];
  return [...presence, ApiProperty({ ...schema, ...doc, required: !optional } as ApiPropertyOptions)];
}
