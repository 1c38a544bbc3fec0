import { BreakpointObserver } from '@angular/cdk/layout';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { screen, within } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import type { TagView } from '@ticketing/contracts';
import { of } from 'rxjs';
import { Backend, provideBackend } from '../../../../testing/backend';
import { ADA, makeMe, makePage } from '../../../../testing/make';
import { provideSignedIn } from '../../../../testing/signed-in';
import { ModelDetailPage } from '../../detail/model-detail-page';
import { NewRowPage } from '../../form/new-row-page';
import { ModelListPage } from '../../list/model-list-page';

const ALL = '/api/admin/tags/';
const ONE = `${ALL}5/`;
const NOON = '2026-11-24T12:00:00.000Z';

function makeTagView(facts: Partial<TagView> = {}): TagView {
  return {
    id: 5,
    name: 'VIP',
    color: 'purple',
    description: 'Customers with a contract of their own.',
    ticket_count: { total: 3, total_at_least: null },
    version: 2,
    created_at: NOON,
    updated_at: NOON,
    deleted_at: null,
    ...facts,
  };
}

async function open(address: string) {
  localStorage.clear();
  Element.prototype.scrollIntoView = jest.fn();
  TestBed.configureTestingModule({
    providers: [
      provideBackend(),
      provideSignedIn(makeMe(ADA)),
      { provide: BreakpointObserver, useValue: { observe: () => of({ matches: true }) } },
      provideRouter(
        [
          { path: 'admin/:model/new', component: NewRowPage },
          { path: 'admin/:model/:id', component: ModelDetailPage },
          { path: 'admin/:model', component: ModelListPage },
          { path: '**', children: [] },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(address);
  return { backend: new Backend(), user: userEvent.setup(), path: () => TestBed.inject(Router).url };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('the list of tags', () => {
  it('says what they are, and leads to their tickets', async () => {
    const { backend } = await open('/admin/tags?color=purple');
    const many = { total: null, total_at_least: 10_000 };
    const request = await backend.answer('GET', ALL, makePage([makeTagView({ ticket_count: many })]));
    expect(request.params.getAll('color')).toEqual(['purple']);
    const [, row] = screen.getAllByRole('row');
    expect(row).toHaveTextContent(/VIP\s*Purple\s*10,000\+/);
    expect(screen.getByRole('link', { name: '10,000+' })).toHaveAttribute('href', '/tickets?tag=5');
  });
});

describe('a tag', () => {
  it('is made of what is typed', async () => {
    const { backend, path, user } = await open('/admin/tags/new');
    await user.type(screen.getByLabelText('Name'), 'VIP');
    await user.selectOptions(screen.getByLabelText('Colour'), 'Purple');
    await user.click(button(/^(Create|Save|Add)/));
    const { body } = await backend.answer('POST', ALL, makeTagView());
    expect(body).toEqual({ name: 'VIP', color: 'purple', description: '' });
    expect(path()).toBe('/admin/tags/5');
  });

  it('is changed based on the version that was read', async () => {
    const { backend, user } = await open('/admin/tags/5');
    await backend.answer('GET', ONE, makeTagView());
    await user.selectOptions(screen.getByLabelText('Colour'), 'Teal');
    await user.click(button('Save'));
    const request = await backend.answer('PATCH', ONE, makeTagView({ color: 'teal', version: 3 }));
    expect(request.body).toMatchObject({ color: 'teal' });
    expect(request.headers.get('If-Match')).toBe('"2"');
  });

  it('is deleted after a question that says what goes with it', async () => {
    const { backend, user } = await open('/admin/tags/5');
    await backend.answer('GET', ONE, makeTagView());
    await user.click(button('Delete'));
    const question = within(await screen.findByRole('dialog'));
    expect(await question.findByText('VIP, which is on 3 tickets.')).toBeVisible();
    expect(question.getByText('No ticket shows it any more. Restored, it is back on them.')).toBeVisible();
    await user.click(question.getByRole('button', { name: 'Delete' }));
    await backend.answer('DELETE', ONE, null);
  });

  it('that is deleted leads to no list', async () => {
    const { backend } = await open('/admin/tags/5');
    await backend.answer('GET', ONE, makeTagView({ deleted_at: NOON }));
    expect(screen.queryByRole('link', { name: '3' })).not.toBeInTheDocument();
    expect(button('Restore')).toBeVisible();
  });
});
