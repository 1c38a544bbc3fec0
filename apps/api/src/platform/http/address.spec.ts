import { readableAddress } from './address.js';

describe('an address', () => {
  it.each(['/api/tickets/?q=a', '/api/%74ickets', '/api/%E2%82%AC?q=%zz', '/?a?b'])(
    '%s stays as it is',
    (url) => expect(readableAddress(url)).toBe(url),
  );
  it.each([
    ['a percent sign alone', '/api/100%', '/api/100%25'],
    ['no hexadecimal number', '/api/%zz', '/api/%25zz'],
    ['half a character', '/api/%E2%82?q=%20', '/api/%25E2%2582?q=%20'],
  ])('with %s can be read', (_, url, readable) => expect(readableAddress(url)).toBe(readable));
});
