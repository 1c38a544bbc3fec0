import fc from 'fast-check';
import { HOSTILE_TEXTS, hostileJson, hostileValue } from './hostile-values.js';
import type { Operation, Parameter, Schema } from './operations.js';

/**
 * Values that mean something in the world that is fuzzed (an address that has an account), by field name; whole bodies by
 * the title of their operation.
 */
export type Familiar = Record<string, readonly unknown[]>;

/** What is sent. A number in `ids` stands for the n-th thing that is known to exist. */
export interface FuzzRequest {
  ids: Record<string, string | number>;
  query: [name: string, value: string][];
  headers: Record<string, string>;
  /** A text goes out as it is, everything else as JSON; undefined: no body. */
  body: unknown;
}

/** Requests to an operation: mostly well-formed, often wrong in one place, sometimes wrong all over. */
export function requestTo(operation: Operation, familiar: Familiar): fc.Arbitrary<FuzzRequest> {
  const of = (place: Parameter['in']) => operation.parameters.filter((parameter) => parameter.in === place);
  return fc.record({
    ids: fc.record(Object.fromEntries(of('path').map(({ name }) => [name, identifier]))),
    query: queryOf(of('query'), familiar),
    headers: headersOf(of('header')),
    body: operation.body
      ? withWhole(bodyOf(operation.body, familiar), familiar[operation.title])
      : fc.constantFrom(undefined, {}, { unknown: 1 }),
  });
}

/** Now and then a body that is right as a whole, where one is known. */
const withWhole = (body: fc.Arbitrary<unknown>, whole: readonly unknown[] | undefined) =>
  whole
    ? fc.oneof({ weight: 3, arbitrary: body }, { weight: 1, arbitrary: fc.constantFrom(...whole) })
    : body;

/** Not empty and no dots alone: the address would be another one. */
const pathText = fc
  .oneof(fc.constantFrom(...HOSTILE_TEXTS, '0', '2147483647', '9'.repeat(300)), fc.string({ unit: 'binary' }))
  .filter((text) => !/^\.{0,2}$/.test(text));

const identifier: fc.Arbitrary<string | number> = fc.oneof(
  { weight: 7, arbitrary: fc.nat(1_000) },
  { weight: 1, arbitrary: fc.uuid() },
  { weight: 2, arbitrary: pathText },
);

/** What HTTP can carry in a header. */
const header = fc.oneof(
  fc.constantFrom('"1"', 'W/"1"', '"2", "1"', '*', '"9999999999"', '""', ' ', ','),
  fc.uuid(),
  fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)) }),
);

function headersOf(parameters: Parameter[]): fc.Arbitrary<Record<string, string>> {
  if (parameters.length === 0) return fc.constant({});
  const names = fc.constantFrom(...parameters.map(({ name }) => name));
  return fc.dictionary(names, header, { maxKeys: 1 });
}

function queryOf(parameters: Parameter[], familiar: Familiar): fc.Arbitrary<[string, string][]> {
  if (parameters.length === 0) return fc.constant([]);
  const asText = (value: unknown) =>
    (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 8_000);
  const pair = ({ name, schema }: Parameter, values: fc.Arbitrary<unknown>) =>
    (schema.type === 'array'
      ? fc.array(values, { minLength: 1, maxLength: 3 })
      : values.map((one) => [one])
    ).map((several) => several.map((value): [string, string] => [name, asText(value)]));
  const good = fc.constantFrom(...parameters).chain((parameter) => {
    const { name, schema } = parameter;
    return pair(parameter, valid(schema.items ?? schema, name, familiar));
  });
  const bad = fc.constantFrom(...parameters).chain((parameter) => {
    const wrong = fc.oneof(nearlyValid(parameter.schema.items ?? parameter.schema), hostileValue);
    return fc
      .tuple(pair(parameter, wrong), fc.constantFrom('', '', '', '[]', '[x]'))
      .map(([pairs, suffix]) => pairs.map(([name, value]): [string, string] => [name + suffix, value]));
  });
  return fc
    .array(fc.oneof({ weight: 4, arbitrary: good }, { weight: 1, arbitrary: bad }), { maxLength: 4 })
    .map((pairs) => pairs.flat());
}

function bodyOf(schema: Schema, familiar: Familiar): fc.Arbitrary<unknown> {
  const properties = Object.entries(schema.properties ?? {});
  const required = schema.required ?? [];
  const fields = (make: (property: Schema, name: string) => fc.Arbitrary<unknown>) =>
    Object.fromEntries(properties.map(([name, property]) => [name, make(property, name)]));
  const good = fc.record(
    fields((property, name) => valid(property, name, familiar)),
    { requiredKeys: required },
  );
  const wrongField = fc
    .constantFrom(...properties)
    .chain(([name, property]) =>
      fc.oneof(nearlyValid(property), hostileValue).map((value) => ({ [name]: value })),
    );
  const wrongAllOver = fc.record(
    fields(() => hostileValue),
    { requiredKeys: [] },
  );
  const merged = (...parts: fc.Arbitrary<object>[]) =>
    fc.tuple(...parts).map((given) => Object.assign({}, ...given) as object);
  return fc.oneof(
    { weight: 8, arbitrary: good },
    { weight: 6, arbitrary: merged(good, wrongField) },
    { weight: 2, arbitrary: merged(good, fc.dictionary(fc.string(), hostileValue, { maxKeys: 3 })) },
    { weight: 2, arbitrary: wrongAllOver },
    { weight: 1, arbitrary: hostileJson },
  );
}

/** What the schema allows; where something familiar has that name, often that. */
function valid(schema: Schema, name: string, familiar: Familiar): fc.Arbitrary<unknown> {
  const made = fromSchema(schema);
  const known = familiar[name];
  return known
    ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: made })
    : made;
}

const LONGEST_USUAL_TEXT = 200;

type Maker = (schema: Schema & { min: number; max: number }) => fc.Arbitrary<unknown>;

const MAKERS: Record<string, Maker> = {
  null: () => fc.constant(null),
  boolean: () => fc.boolean(),
  integer: ({ min, max }) => fc.oneof(fc.integer({ min, max }), fc.integer({ min, max: Math.min(max, 50) })),
  array: ({ items = {} }) => fc.array(fromSchema(items), { maxLength: 4 }),
  object: () => fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 5 }),
  string: (schema) => textFrom(schema),
};

function fromSchema(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const { minimum: min = -1_000, maximum: max = 1_000 } = schema;
  const types = [schema.type ?? 'string'].flat();
  return fc.oneof(...types.map((type) => MAKERS[type]!({ ...schema, min, max })));
}

function textFrom({ format, minLength = 0, maxLength = LONGEST_USUAL_TEXT }: Schema): fc.Arbitrary<string> {
  if (format === 'idn-email') return fc.emailAddress();
  if (format === 'uuid') return fc.uuid();
  const usual = Math.max(minLength, Math.min(maxLength, LONGEST_USUAL_TEXT));
  return fc.oneof(
    { weight: 6, arbitrary: fc.string({ unit: 'grapheme', minLength, maxLength: usual }) },
    { weight: 1, arbitrary: fc.constantFrom('x', '\u{1f600}').map((letter) => letter.repeat(maxLength)) },
  );
}

/** One step beyond what the schema allows, or of another type that looks like it. */
function nearlyValid({ enum: values = [], minLength = 1, maxLength = 0, minimum = 0, maximum = 0 }: Schema) {
  const words = values.flatMap((value) => [String(value).toUpperCase(), ` ${String(value)}`, [value]]);
  return fc.constantFrom<unknown>(
    ...words,
    'x'.repeat(Math.max(0, minLength - 1)),
    '\u{1f600}'.repeat(maxLength + 1),
    ' '.repeat(minLength),
    minimum - 1,
    maximum + 1,
    minimum + 0.5,
    String(minimum),
    'true',
    null,
  );
}
