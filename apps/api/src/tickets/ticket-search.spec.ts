import { searchCondition, searchExpression } from './ticket-search.js';
import { Bindings } from './visible-to.js';

describe('words to search for', () => {
  it.each([
    ['a word finds what begins with it', 'print', `'print':*`],
    ['all words must be there', 'printer smoke', `'printer':* & 'smoke':*`],
    ['white space of any kind separates', ' printer \t\n\u00a0smoke ', `'printer':* & 'smoke':*`],
    ['operators are words', 'a & b | !c', `'a':* & '&':* & 'b':* & '|':* & '!c':*`],
    ['brackets and weights are words', '(a:*) b:A <->', `'(a:*)':* & 'b:A':* & '<->':*`],
    ['a quote does not end the quoting', "o'neil", `'o neil':*`],
    ['a backslash does not either', 'C:\\temp\\', `'C: temp':*`],
    ['nothing but quotes is nothing', "' '' \\'", ''],
    ['other scripts are kept', 'Größe 打印机 😀', `'Größe':* & '打印机':* & '😀':*`],
  ])('%s: %j', (_, words, expression) => expect(searchExpression(words)).toBe(expression));
});

describe('what is searched', () => {
  it('is a value of the statement, never its text', () => {
    const bindings = new Bindings();
    const condition = searchCondition({ id: 1, role: 'admin' }, "smoke'; drop table tickets", bindings);
    expect(condition).not.toContain('smoke');
    expect(bindings.values).toEqual([`'smoke ;':* & 'drop':* & 'table':* & 'tickets':*`]);
  });
  it('leaves internal notes out for users', () => {
    expect(searchCondition({ id: 1, role: 'user' }, 'x', new Bindings())).toContain('not s.is_internal');
    expect(searchCondition({ id: 1, role: 'admin' }, 'x', new Bindings())).not.toContain('is_internal');
  });
});
