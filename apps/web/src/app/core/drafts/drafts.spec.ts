import { TestBed } from '@angular/core/testing';
import { ADA, CARLA, makeMe } from '../../../testing/make';
import { provideSignedIn } from '../../../testing/signed-in';
import { draftRestored } from './draft-words';
import { Drafts } from './drafts';

function draftsOf(person = CARLA): Drafts {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: [provideSignedIn(makeMe(person))] });
  return TestBed.inject(Drafts);
}

describe('Drafts', () => {
  beforeEach(() => localStorage.clear());

  it('gives back what was typed, even after a restart', () => {
    draftsOf().keep('reply', 'half a thought');

    expect(draftsOf().read('reply')?.value).toBe('half a thought');
  });

  it('forgets what was sent', () => {
    const drafts = draftsOf();
    drafts.keep('reply', 'sent');
    drafts.discard('reply');

    expect(drafts.read('reply')).toBeNull();
  });

  it('shows nobody the drafts of somebody else on the same machine', () => {
    draftsOf(CARLA).keep('reply', 'private');

    expect(draftsOf(ADA).read('reply')).toBeNull();
  });

  it('takes broken storage for no draft', () => {
    const drafts = draftsOf();
    localStorage.setItem('ticketing.draft.3.reply', '{broken');

    expect(drafts.read('reply')).toBeNull();
  });
});

describe('draftRestored', () => {
  const now = new Date(2026, 10, 24, 12, 0);

  it('names the time of day today', () => {
    expect(draftRestored(new Date(2026, 10, 24, 10, 42).toISOString(), now)).toBe(
      'Draft from 10:42 restored.',
    );
  });

  it('names the day of an older draft', () => {
    expect(draftRestored(new Date(2026, 10, 3, 10, 42).toISOString(), now)).toBe(
      'Draft from 3 Nov, 10:42 restored.',
    );
  });
});
