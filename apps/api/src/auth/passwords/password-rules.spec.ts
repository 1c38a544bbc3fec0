import { requireGoodPassword } from './password-rules.js';

const ADA = { email: 'ada.lovelace@example.com', firstName: 'Ada', lastName: 'Lovelace' };
const choose = (password: string) => () => requireGoodPassword(password, ADA, '/password');

describe('a password', () => {
  it.each([
    'correct horse battery',
    'Zk3v9QpL',
    'ünïcödé är fint',
    '        9 spaces',
    'lovelace-wrote-programs',
  ])('may be "%s"', (password) => expect(choose(password)).not.toThrow());
  it.each(['password1', 'PASSWORD1', '12345678', 'iloveyou', 'qwertyuiop'])(
    'may not be the common "%s"',
    (password) => expect(choose(password)).toThrow(/most used/),
  );
  it.each(['lovelace1', 'Lovelace123', 'ada.lovelace@example.com', 'ticketing1', 'example2026'])(
    'may not be mostly name, address or product: "%s"',
    (password) => expect(choose(password)).toThrow(/too close/),
  );
});
