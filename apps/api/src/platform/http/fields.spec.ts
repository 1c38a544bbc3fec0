import { accepted, complaints, pointers } from '../../../test/validate.js';
import { ChoiceField, FlagField, IdField, IdsField, IntegerField, SecretField, TextField } from './fields.js';

const DOC = { description: 'A field.' };

class Form {
  @TextField({ ...DOC, min: 3, max: 5 })
  text: string;
  @TextField({ ...DOC, min: 1, max: 5, optional: true })
  optionalText?: string;
  @ChoiceField(['bug', 'feature'], { ...DOC, optional: true })
  choice?: string;
  @FlagField({ ...DOC, optional: true })
  flag?: boolean;
  @IdField({ ...DOC, optional: true })
  id?: number;
  @IdField({ ...DOC, optional: true, nullable: true })
  nullableId?: number | null;
  @SecretField({ ...DOC, min: 8, max: 10, optional: true })
  secret?: string;
  @IntegerField({ ...DOC, min: 1, max: 5, optional: true })
  number?: number;
  @IdsField({ ...DOC, max: 3, optional: true })
  ids?: number[];
}

const OK = { text: 'abc' };
const family = '👩‍👩‍👧'; // five code points: three people, two joiners
const e = 'e\u0301'; // one letter to the eye, two code points

describe('a text', () => {
  it('is stored trimmed', async () =>
    expect(await accepted(Form, { text: ' \t\u3000abc\n ' })).toEqual({ text: 'abc' }));
  it.each([
    ['three letters', 'abc'],
    ['five letters', 'abcde'],
    ['five emoji, which are ten UTF-16 units', '😀😀😀😀😀'],
    ['a family of five code points', family],
    ['a letter with a combining accent, which counts as two', `${e}x`],
  ])('may have 3 to 5 code points: %s', async (_, text) =>
    expect(await accepted(Form, { text })).toEqual({ text }),
  );
  it.each([
    ['too short', 'ab'],
    ['too short after trimming', ' ab  '],
    ['only white space', ' \t\n '],
    ['two emoji, although four UTF-16 units', '😀😀'],
    ['too long', 'abcdef'],
    ['six code points that look like three', `${e}${e}${e}`],
  ])('is refused when it is %s', async (_, text) =>
    expect(await complaints(Form, { text })).toEqual([
      { pointer: '/text', detail: 'Text must be a text of between 3 and 5 characters.' },
    ]),
  );
  it.each([[null], [undefined], [123], [true], [['abc']], [{ a: 'abc' }], [{ length: 4 }]])(
    'is never %j',
    async (text) => expect(await pointers(Form, { text })).toEqual(['/text']),
  );
});

describe('an optional field', () => {
  it('may be left out', async () => expect(await accepted(Form, OK)).toEqual(OK));
  it.each(['optionalText', 'choice', 'flag', 'id', 'secret'])('%s may not be null', async (field) =>
    expect(await pointers(Form, { ...OK, [field]: null })).toEqual([`/${field}`]),
  );
});

describe('a choice', () => {
  it.each([['Bug'], [' bug'], [''], [1], [['bug']], [{ bug: 1 }]])('is not %j', async (choice) =>
    expect(await complaints(Form, { ...OK, choice })).toEqual([
      { pointer: '/choice', detail: 'Choice must be one of: bug, feature.' },
    ]),
  );
});

describe('a flag', () => {
  it.each([true, false])('is %j', async (flag) =>
    expect(await accepted(Form, { ...OK, flag })).toEqual({ ...OK, flag }),
  );
  it.each([['true'], ['false'], [0], [1], [''], [[]], [{}]])('is not %j', async (flag) =>
    expect(await pointers(Form, { ...OK, flag })).toEqual(['/flag']),
  );
});

describe('an id', () => {
  it.each([1, 2_147_483_647])('may be %i', async (id) =>
    expect(await pointers(Form, { ...OK, id })).toEqual([]),
  );
  it.each([[0], [-1], [1.5], [2_147_483_648], [1e300], ['3'], [[3]], [true], [{}]])('is not %j', async (id) =>
    expect(await pointers(Form, { ...OK, id })).toEqual(['/id']),
  );
  it('may be null where null means nobody', async () =>
    expect(await accepted(Form, { ...OK, nullableId: null })).toEqual({ ...OK, nullableId: null }));
  it('is checked there all the same', async () =>
    expect(await pointers(Form, { ...OK, nullableId: 0 })).toEqual(['/nullableId']));
});

describe('a secret', () => {
  it('is kept as it was typed', async () => {
    const secret = '  pass  😀';
    expect(await accepted(Form, { ...OK, secret })).toEqual({ ...OK, secret });
  });
  it('counts code points', async () =>
    expect(await pointers(Form, { ...OK, secret: '😀'.repeat(10) })).toEqual([]));
  it.each([['1234567'], ['😀😀😀😀'], ['12345678901'], [12_345_678], [['12345678']], [{ length: 9 }]])(
    'is not %j',
    async (secret) => expect(await pointers(Form, { ...OK, secret })).toEqual(['/secret']),
  );
});

describe('a body', () => {
  it('keeps only the fields that it knows', async () =>
    expect(await accepted(Form, { ...OK, role: 'admin', __proto__: { admin: true } })).toEqual(OK));
  it('is told about every wrong field at once', async () =>
    expect(await pointers(Form, { text: '', flag: 1, id: 0 })).toEqual(['/text', '/flag', '/id']));
});

describe('a whole number', () => {
  it.each([1, 5])('may be %i', async (number) =>
    expect(await accepted(Form, { ...OK, number })).toEqual({ ...OK, number }),
  );
  it.each([[0], [6], [1.5], ['3'], [true], [null], [[3]], [{ valueOf: 3 }], [1e308]])(
    'is never %j',
    async (number) => expect(await pointers(Form, { ...OK, number })).toEqual(['/number']),
  );
});

describe('a list of ids', () => {
  it('keeps its order', async () =>
    expect(await accepted(Form, { ...OK, ids: [3, 1, 2] })).toEqual({ ...OK, ids: [3, 1, 2] }));
  it.each([
    ['empty', []],
    ['too long', [1, 2, 3, 4]],
    ['with one twice', [1, 1]],
    ['with what is no id', [1, 0]],
    ['with a fraction', [1.5]],
    ['with an id beyond all', [2_147_483_648]],
    ['with texts', ['1']],
    ['with lists', [[1]]],
    ['no list', { 0: 1, length: 1 }],
    ['null', null],
  ])('is refused when it is %s', async (_, ids) =>
    expect(await pointers(Form, { ...OK, ids })).toEqual(['/ids']),
  );
});
