import { initialsOf } from './avatar';

describe('initialsOf', () => {
  it.each([
    ['Ada Lovelace', 'AL'],
    ['Robert Maximilian von Longname', 'RL'],
    ['Cher', 'C'],
    ['  ada   lovelace ', 'AL'],
    ['Élodie Ürgen', 'ÉÜ'],
    ['', ''],
  ])('makes %s to %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
