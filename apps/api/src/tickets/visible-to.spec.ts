import { Bindings, visibleTo } from './visible-to.js';

describe('what somebody may see, in SQL', () => {
  it('is for users their own and undeleted', () => {
    const bindings = new Bindings();
    expect(visibleTo({ id: 7, role: 'user' }, bindings)).toBe('t.deleted_at is null and t.user_id = $1');
    expect(bindings.values).toEqual([7]);
  });
  it('is for admins everything undeleted', () =>
    expect(visibleTo({ id: 7, role: 'admin' }, new Bindings())).toBe('t.deleted_at is null'));
  it('speaks of the table by the name that the statement gave it', () =>
    expect(visibleTo({ id: 7, role: 'user' }, new Bindings(), 'x')).not.toContain('t.'));
});

describe('the values of a statement', () => {
  it('are numbered as they come', () => {
    const bindings = new Bindings();
    expect([bindings.bind('a'), bindings.bind('b')]).toEqual(['$1', '$2']);
    expect(bindings.values).toEqual(['a', 'b']);
  });
});
