import { parseJsonBody } from './json-body.js';
import type { ProblemError } from './problem.js';

const refusal = (text: string) => {
  try {
    parseJsonBody(text);
  } catch (error) {
    return (error as ProblemError).errors[0];
  }
  return undefined;
};

describe('a JSON body', () => {
  it('is parsed', () => expect(parseJsonBody('{"a":[1,"ü"]}')).toEqual({ a: [1, 'ü'] }));

  it('may be empty', () => expect(parseJsonBody('')).toEqual({}));

  it.each([
    ['that is cut off', '{"a":', ''],
    ['that is a list', '[]', ''],
    ['that is null', 'null', ''],
    ['with a NUL', '{"a":{"b":"x\\u0000"}}', '/a/b'],
    ['with half a surrogate pair', '{"a":"\\ud800"}', '/a'],
    ['with __proto__', '{"__proto__":{"x":1}}', ''],
    ['with a slash in a key, pointed at as RFC 6901 says', '{"a/b":"\\u0000"}', '/a~1b'],
  ])('%s is refused with a pointer', (_, text, pointer) => expect(refusal(text)?.pointer).toBe(pointer));

  it('nested 3,000 deep is refused without a stack overflow', () => {
    expect(refusal('{"a":'.repeat(3_000) + '1' + '}'.repeat(3_000))?.detail).toMatch(/deeper/);
  });

  it('with 60,000 keys is refused', () => {
    const many = Object.fromEntries(Array.from({ length: 60_000 }, (_, i) => [`k${i}`, 1]));
    expect(refusal(JSON.stringify(many))?.detail).toMatch(/keys/);
  });
});
