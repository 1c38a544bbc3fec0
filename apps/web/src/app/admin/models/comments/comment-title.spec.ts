import { commentTitle } from './comment-title';

describe('what a comment is called', () => {
  it.each([
    ['Try another plug.', 'Try another plug.'],
    ['# Steps\n\n1. Open **Settings**', 'Steps 1. Open Settings'],
    ['x'.repeat(61), `${'x'.repeat(60)}…`],
    ['🖨'.repeat(61), `${'🖨'.repeat(60)}…`],
  ])('%j: %s', (content, title) => expect(commentTitle({ content })).toBe(title));
});
