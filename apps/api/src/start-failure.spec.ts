import { InvalidEnvError } from './platform/config/env.js';
import { DirectoryInUse } from './platform/database/directory-claim.js';
import { startFailure } from './start-failure.js';

const networkError = (facts: object) => Object.assign(new Error('connect ...'), facts);

describe('a failed start', () => {
  it.each([
    [
      'wrong configuration',
      new InvalidEnvError('Configuration: PORT is no number.'),
      'Configuration: PORT is no number.',
    ],
    ['a directory in use', new DirectoryInUse('.data is in use.'), '.data is in use.'],
    [
      'a taken port',
      networkError({ code: 'EADDRINUSE', port: 3000 }),
      'Port 3000 is taken; set PORT to another one.',
    ],
    [
      'a foreign address',
      networkError({ code: 'EADDRNOTAVAIL', address: '10.9.9.9' }),
      'The address 10.9.9.9 (HOST) is not one of this machine.',
    ],
    [
      'a port of root',
      networkError({ code: 'EACCES', syscall: 'listen', port: 80 }),
      'Port 80 is not allowed; set PORT to another one.',
    ],
    ['no database', networkError({ code: 'ECONNREFUSED' }), 'The database of DATABASE_URL does not answer.'],
  ])('is one sentence for %s', (_, error, sentence) => expect(startFailure(error)).toBe(sentence));

  it('is a stack when it is our bug', () =>
    expect(startFailure(new TypeError('x is not a function'))).toMatch(/TypeError.*\n +at /));
  it('is a stack for a file that may not be read, which is no port', () =>
    expect(startFailure(networkError({ code: 'EACCES', syscall: 'open' }))).toMatch(/\n +at /));
  it.each([['oops'], [undefined], [null]])('says at least something for a thrown %j', (thrown) =>
    expect(startFailure(thrown)).toBe(String(thrown)),
  );
});
