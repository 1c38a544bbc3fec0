import { databaseFault, isUniqueViolation } from './postgres-errors.js';

describe('a database error', () => {
  it.each([
    ['22021', 'invalid', 'a NUL in a text'],
    ['22003', 'invalid', 'a number out of range'],
    ['22P02', 'invalid', 'a malformed number'],
    ['22009', 'invalid', 'a time zone that is none'],
    ['23502', 'invalid', 'null where a value must be'],
    ['23503', 'conflict', 'a reference to nothing'],
    ['23505', 'conflict', 'a duplicate'],
    ['40P01', 'conflict', 'a deadlock'],
    ['53100', 'unavailable', 'a full disk'],
    ['57P01', 'unavailable', 'a server that shuts down'],
    ['57014', 'unavailable', 'a statement that took too long'],
    ['ECONNREFUSED', 'unavailable', 'a server that is gone'],
  ])('%s is %s: %s', (code, fault) => {
    expect(databaseFault({ code })).toBe(fault);
    expect(databaseFault({ driverError: { code } })).toBe(fault);
  });

  it.each([
    'Connection terminated unexpectedly',
    'Query read timeout',
    'timeout exceeded when trying to connect',
    'Client has encountered a connection error and is not queryable',
  ])('without a code is read by its message: %s', (message) => {
    expect(databaseFault(new Error(message))).toBe('unavailable');
  });

  it('that is our own bug stays a bug', () => {
    expect(databaseFault({ code: '42601' })).toBeUndefined();
    expect(databaseFault(new TypeError('x is not a function'))).toBeUndefined();
  });

  it('names the unique index that refused', () => {
    const error = { driverError: { code: '23505', constraint: 'users_email' } };
    expect(isUniqueViolation(error, 'users_email')).toBe(true);
    expect(isUniqueViolation(error, 'other')).toBe(false);
  });
});
