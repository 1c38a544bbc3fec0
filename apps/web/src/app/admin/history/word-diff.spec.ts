import { type DiffPart, wordDiff } from './word-diff';

const signs = { same: '', gone: '-', new: '+' };
const drawn = (parts: DiffPart[]) => parts.map(({ kind, text }) => `${signs[kind]}[${text}]`).join('');

describe('wordDiff', () => {
  it('tells words that went and that came from those that stayed', () => {
    expect(drawn(wordDiff('the red lamp is broken', 'the blue lamp is really broken'))).toBe(
      '[the ]-[red ]+[blue ][lamp is ]+[really ][broken]',
    );
  });

  it('has nothing to tell of a text that stayed', () => {
    expect(drawn(wordDiff('as it was', 'as it was'))).toBe('[as it was]');
  });

  it('knows what was added at the end, whatever spaces are between', () => {
    expect(drawn(wordDiff('one', 'one\n\ntwo'))).toBe('[one\n\n]+[two]');
  });

  it('shows a text that went, and one that came', () => {
    expect(drawn(wordDiff('gone', ''))).toBe('-[gone]');
    expect(drawn(wordDiff('', 'new'))).toBe('+[new]');
  });

  it('gives up on texts that have too little in common, not on what they start and end with', () => {
    const many = (word: string) => Array.from({ length: 5_000 }, (_, index) => `${word}${index}`).join(' ');
    const parts = wordDiff(`Dear all, ${many('a')} bye`, `Dear all, ${many('b')} bye`);
    expect(parts.map(({ kind }) => kind)).toEqual(['same', 'gone', 'new', 'same']);
  });
});
