import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { LIMITS } from '@ticketing/contracts';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, Matches, Max, Min, ValidateBy } from 'class-validator';
import { isStorableText } from './text.js';

/*
 * One decorator per kind of query parameter. All are optional; an unknown value is a 400, never ignored.
 */

/** One or more of a closed set: `?status=open&status=closed`. Always read as a list, each value once. */
export function QueryChoices(values: readonly string[], description: string) {
  return applyDecorators(
    IsOptional(),
    Transform(({ value }) => (value === undefined ? undefined : [...new Set([value].flat())])),
    IsIn(values, { each: true, message: `$property must be one of: ${values.join(', ')}.` }),
    ApiPropertyOptional({ description, isArray: true, enum: [...values] }),
  );
}

/** One of a closed set. */
export function QueryChoice(values: readonly string[], description: string) {
  return applyDecorators(
    IsOptional(),
    IsIn(values, { message: `$property must be one of: ${values.join(', ')}.` }),
    ApiPropertyOptional({ description, enum: [...values] }),
  );
}

/** `true` or `false`. */
export function QueryFlag(description: string) {
  return applyDecorators(
    IsOptional(),
    Transform(({ value }) => ({ true: true, false: false })[String(value)] ?? value),
    IsBoolean({ message: '$property must be true or false.' }),
    ApiPropertyOptional({ description, type: Boolean }),
  );
}

/** A whole number within bounds. */
export function QueryInteger(bounds: { min: number; max: number }, description: string, example?: number) {
  const message = `$property must be a whole number from ${bounds.min} to ${bounds.max}.`;
  return applyDecorators(
    IsOptional(),
    Transform(({ value }) => toInteger(value)),
    IsInt({ message }),
    Min(bounds.min, { message }),
    Max(bounds.max, { message }),
    ApiPropertyOptional({
      description,
      type: 'integer',
      minimum: bounds.min,
      maximum: bounds.max,
      default: example,
    }),
  );
}

/** One or more whole numbers within bounds: `?score=1&score=2`. Always read as a list, each value once. */
export function QueryIntegers(bounds: { min: number; max: number }, description: string) {
  const message = `$property must be whole numbers from ${bounds.min} to ${bounds.max}.`;
  return applyDecorators(
    IsOptional(),
    Transform(({ value }) => (value === undefined ? undefined : [...new Set([value].flat().map(toInteger))])),
    IsInt({ each: true, message }),
    Min(bounds.min, { each: true, message }),
    Max(bounds.max, { each: true, message }),
    ApiPropertyOptional({
      description,
      type: 'array',
      items: { type: 'integer', minimum: bounds.min, maximum: bounds.max },
    }),
  );
}

/** An id or one of some words: `?assigned_to=me`. */
export function QueryIdOr(words: readonly string[], description: string) {
  const isId = (value: unknown) =>
    Number.isInteger(value) && Number(value) > 0 && Number(value) <= LIMITS.id.max;
  return applyDecorators(
    IsOptional(),
    Transform(({ value }) => (words.includes(value) ? value : toInteger(value))),
    ValidateBy({
      name: 'idOr',
      validator: {
        validate: (value) => words.includes(value) || isId(value),
        defaultMessage: (args) => `${args?.property} must be an id or one of: ${words.join(', ')}.`,
      },
    }),
    ApiPropertyOptional({ description, type: String, example: words[0] }),
  );
}

/** One or more ids: `?tag=2&tag=5`. Always read as a list, each id once. */
export function QueryIds(max: number, description: string) {
  const isId = (value: unknown) =>
    Number.isInteger(value) && Number(value) > 0 && Number(value) <= LIMITS.id.max;
  return applyDecorators(
    IsOptional(),
    Transform(({ value }) => (value === undefined ? undefined : [...new Set([value].flat().map(toInteger))])),
    ValidateBy({
      name: 'ids',
      validator: {
        validate: (value) => Array.isArray(value) && value.length <= max && value.every(isId),
        defaultMessage: (args) => `${args?.property} must be at most ${max} ids.`,
      },
    }),
    ApiPropertyOptional({
      description,
      type: 'array',
      items: { type: 'integer', minimum: 1 },
      maxItems: max,
    }),
  );
}

/** A moment: ISO 8601 with a time zone, or a date alone (midnight UTC). */
export function QueryMoment(description: string) {
  const isMoment = (value: unknown) =>
    typeof value === 'string' && MOMENT.test(value) && !Number.isNaN(Date.parse(value)) && isRealDay(value);
  return applyDecorators(
    IsOptional(),
    ValidateBy({
      name: 'moment',
      validator: {
        validate: isMoment,
        defaultMessage: (args) => `${args?.property} must be an ISO 8601 date or time with a zone.`,
      },
    }),
    ApiPropertyOptional({ description, type: String, example: '2026-11-01T00:00:00Z' }),
  );
}

/** A day: `2026-11-01`, from 2000 to 2999. */
export function QueryDay(description: string) {
  return applyDecorators(
    IsOptional(),
    ValidateBy({
      name: 'day',
      validator: {
        validate: (value) =>
          typeof value === 'string' &&
          DAY.test(value) &&
          !Number.isNaN(Date.parse(value)) &&
          isRealDay(value),
        defaultMessage: (args) => `${args?.property} must be a day like 2026-11-01.`,
      },
    }),
    ApiPropertyOptional({ description, type: String, format: 'date', example: '2026-11-01' }),
  );
}

const DAY = /^2\d{3}-\d\d-\d\d$/;
/** Years and zones that PostgreSQL has, too: none before 1, and none 16 hours from UTC. */
const MOMENT = /^(?!0000)\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-](0\d|1[0-5]):\d\d))?$/;

/** `Date` reads 31 February as 3 March. */
function isRealDay(moment: string): boolean {
  const day = moment.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

const NAME = /^[a-z][a-z_.]{0,59}$/;

/** One or more names that the code gives to things, none of them known here: `?type=user.invited`. */
export function QueryNames(most: number, description: string) {
  const areNames = (value: unknown) =>
    Array.isArray(value) &&
    value.length <= most &&
    value.every((name) => typeof name === 'string' && NAME.test(name));
  return applyDecorators(
    IsOptional(),
    Transform(({ value }) => (value === undefined ? undefined : [...new Set([value].flat())])),
    ValidateBy({
      name: 'names',
      validator: {
        validate: areNames,
        defaultMessage: (args) => `${args?.property} must be 1 to ${most} names of small letters.`,
      },
    }),
    ApiPropertyOptional({
      description,
      isArray: true,
      type: String,
      items: { type: 'string', pattern: NAME.source },
      maxItems: most,
    } as ApiPropertyOptions),
  );
}

/** Words that somebody typed. */
export function QueryText(max: number, description: string) {
  return applyDecorators(
    IsOptional(),
    Transform(({ value }) => (typeof value === 'string' ? value.trim() || undefined : value)),
    ValidateBy({
      name: 'text',
      validator: {
        validate: (value) => typeof value === 'string' && [...value].length <= max && isStorableText(value),
        defaultMessage: (args) => `${args?.property} must be a text of at most ${max} characters.`,
      },
    }),
    ApiPropertyOptional({ description, type: String, maxLength: max }),
  );
}

/** `next_cursor` of the page before. The longest holds a name of two times 80 characters of four bytes. */
export function QueryCursor() {
  return applyDecorators(
    IsOptional(),
    Matches(/^[\w.-]{1,2000}$/, { message: '$property is not one that this list gave out.' }),
    ApiPropertyOptional({
      description: '`next_cursor` of the page before, with the same filters.',
      type: String,
    }),
  );
}

function toInteger(value: unknown): unknown {
  return typeof value === 'string' && /^-?\d{1,12}$/.test(value) ? Number(value) : value;
}
