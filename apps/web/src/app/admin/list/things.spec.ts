import { BreakpointObserver } from '@angular/cdk/layout';
import { Location } from '@angular/common';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { screen, waitFor, within } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { of } from 'rxjs';
import { Backend, provideBackend } from '../../../testing/backend';
import { ADA, GRACE, makeMe, makePage } from '../../../testing/make';
import { provideSignedIn } from '../../../testing/signed-in';
import { makeThing, THINGS, THINGS_URL } from '../../../testing/things';
import { Shortcuts } from '../../core/actions/shortcuts';
import { Toaster } from '../../ui/toaster';
import { Models } from '../models';
import { ModelListPage } from './model-list-page';

async function open(address = '/admin/things') {
  localStorage.clear();
  Element.prototype.scrollIntoView = jest.fn();
  TestBed.configureTestingModule({
    providers: [
      provideBackend(),
      provideSignedIn(makeMe(ADA)),
      { provide: Models, useValue: { all: () => [THINGS], find: () => THINGS } },
      { provide: BreakpointObserver, useValue: { observe: () => of({ matches: true }) } },
      provideRouter([{ path: 'admin/:model', component: ModelListPage }], withComponentInputBinding()),
    ],
  });
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(address);
  return {
    backend: new Backend(),
    user: userEvent.setup(),
    path: () => TestBed.inject(Location).path(),
    toaster: TestBed.inject(Toaster),
  };
}

async function openWith(count: number) {
  const page = await open();
  const things = Array.from({ length: count }, (_, index) =>
    makeThing({ id: index + 1, name: `Lamp ${index + 1}` }),
  );
  await page.backend.answer('GET', THINGS_URL, makePage(things));
  return page;
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const bar = () => within(screen.getByRole('toolbar', { name: 'Selected rows' }));

describe('filters', () => {
  it('are asked for by days, which are moments to the API', async () => {
    const { backend, path, user } = await openWith(1);
    await user.click(button('Made: Any'));
    const days = within(await screen.findByRole('dialog', { name: 'Made' }));
    await user.type(days.getByLabelText('From'), '2026-11-01');
    await user.type(days.getByLabelText('To'), '2026-11-30');
    await user.click(days.getByRole('button', { name: 'Apply' }));
    const { params } = await backend.answer('GET', THINGS_URL, makePage([]));
    expect(params.get('made_after')).toBe(new Date(2026, 10, 1).toISOString());
    expect(params.get('made_before')).toBe(new Date(2026, 11, 1).toISOString());
    expect(path()).toBe('/admin/things?made_after=2026-11-01&made_before=2026-11-30');
    expect(button('Made: 1 Nov 2026 – 30 Nov 2026')).toBeVisible();
  });

  it('are taken away one by one', async () => {
    const { backend, path, user } = await open('/admin/things?is_big=true&ticket=182');
    const { params } = await backend.answer('GET', THINGS_URL, makePage([]));
    expect(params.toString()).toBe('is_big=true&ticket=182');
    expect(button('Big: Yes')).toBeVisible();
    await user.click(button('Remove the filter Ticket'));
    await backend.answer('GET', THINGS_URL, makePage([]));
    expect(path()).toBe('/admin/things?is_big=true');
    expect(button('Ticket: Any')).toBeVisible();
  });

  it('find a person by name', async () => {
    const { backend, path, user } = await openWith(1);
    await user.click(button('Maker: Any'));
    await user.click(await screen.findByRole('combobox', { name: 'Maker' }));
    const request = await backend.answer('GET', '/api/users/', makePage([GRACE]));
    expect(request.params.get('role')).toBe('admin');
    await user.click(await screen.findByRole('option', { name: /Grace Hopper/ }));
    await backend.answer('GET', THINGS_URL, makePage([]));
    expect(path()).toBe(`/admin/things?maker=${GRACE.id}`);
    expect(button('Maker: Grace Hopper')).toBeVisible();
  });

  it('know the name of a person of whom only the number stands in the address', async () => {
    const { backend } = await open('/admin/things?maker=9');
    await backend.answer('GET', THINGS_URL, makePage([]));
    await backend.answer('GET', '/api/admin/users/9/', { id: 9, name: 'Nils Nilsson' });
    expect(button('Maker: Nils Nilsson')).toBeVisible();
  });

  it('take only numbers for the number of something', async () => {
    const { backend, path, user } = await openWith(1);
    await user.click(button('Ticket: Any'));
    const field = await screen.findByLabelText('Number of the ticket');
    await user.type(field, 'abc{Enter}');
    expect(screen.getByRole('alert')).toHaveTextContent('This is not a number.');
    await user.clear(field);
    await user.type(field, '#182{Enter}');
    await backend.answer('GET', THINGS_URL, makePage([]));
    expect(path()).toBe('/admin/things?ticket=182');
    expect(button('Ticket: #182')).toBeVisible();
  });
});

describe('a list that comes page by page', () => {
  it('is sorted by the API, which has names of its own for columns', async () => {
    const { backend, path, user } = await openWith(1);
    await user.click(button('Made'));
    expect((await backend.answer('GET', THINGS_URL, makePage([]))).params.get('sort')).toBe('made_at');
    expect(path()).toBe('/admin/things?sort=made');
  });

  it('is saved by the browser itself where the API streams it', async () => {
    const followed: string[] = [];
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      followed.push(this.getAttribute('href') ?? '');
    });
    const { backend, user } = await open('/admin/things?is_big=true&q=a%20%26%20b');
    await backend.answer('GET', THINGS_URL, makePage([makeThing()]));
    await user.click(button('Export CSV'));
    const link = { url: '/api/downloads/abc/', expires_at: '2026-11-24T12:00:00Z' };
    const request = await backend.answer('POST', '/api/admin/downloads/', link, 201);
    expect(request.body).toEqual({ path: `${THINGS_URL}export/?is_big=true&q=a+%26+b` });
    expect(followed).toEqual(['/api/downloads/abc/']);
  });
});

describe('something done with all selected rows at once', () => {
  it('shows before what would happen, as it is typed', async () => {
    const { backend, user } = await openWith(3);
    await user.click(screen.getByRole('checkbox', { name: 'Select Lamp 1' }));
    await user.click(bar().getByRole('button', { name: 'Select all 3' }));
    await user.click(bar().getByRole('button', { name: 'Paint' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Paint 3 things?' }));
    const refused = [{ title: 'Lamp 3', reason: 'It is made of glass.' }];
    const first = { effects: ['2 lamps: white -> red'], changed: 2, unchanged: 0, refused };
    const request = await backend.answer('POST', `${THINGS_URL}preview/`, first);
    expect(request.body).toEqual({ ids: [1, 2, 3], colour: 'red' });
    expect(await dialog.findByText('2 lamps: white -> red')).toBeVisible();
    expect(dialog.getByText('2 will change. 1 stays as it is:')).toBeVisible();
    expect(dialog.getByText('It is made of glass.')).toBeVisible();

    await user.type(dialog.getByLabelText('Colour'), 'dish');
    expect(dialog.getByRole('button', { name: 'Paint them' })).toHaveAttribute('aria-disabled', 'true');
    await user.click(dialog.getByRole('button', { name: 'Paint them' }));
    expect(backend.waiting('POST', `${THINGS_URL}paint/`)).toHaveLength(0);
    const again = await backend.answer('POST', `${THINGS_URL}preview/`, {
      effects: [],
      changed: 0,
      unchanged: 3,
    });
    expect(again.body).toEqual({ ids: [1, 2, 3], colour: 'reddish' });
    expect(await dialog.findByText('Nothing would change. 3 are like that already.')).toBeVisible();
    expect(dialog.getByRole('button', { name: 'Paint them' })).toHaveAttribute('aria-disabled', 'true');
  });

  it('is one request, with one way back, also by key', async () => {
    const { backend, toaster, user } = await openWith(2);
    await user.click(screen.getByRole('checkbox', { name: 'Select all that are loaded' }));
    await user.click(bar().getByRole('button', { name: 'Paint' }));
    await backend.answer('POST', `${THINGS_URL}preview/`, { effects: ['Red.'], changed: 2 });
    await user.click(await screen.findByRole('button', { name: 'Paint them' }));
    const request = await backend.answer('POST', `${THINGS_URL}paint/`, { said: '2 things painted.' });
    expect(request.body).toEqual({ ids: [1, 2], colour: 'red' });
    await backend.answer('GET', THINGS_URL, makePage([makeThing()]));
    expect(screen.queryByRole('toolbar')).not.toBeInTheDocument();
    expect(toaster.toasts()[0]?.text).toBe('2 things painted.');

    toaster.undo();
    const undo = await backend.next('POST', `${THINGS_URL}unpaint/`);
    undo.flush('As they were.');
    await backend.answer('GET', THINGS_URL, makePage([makeThing()]));
    expect(toaster.toasts().map(({ text }) => text)).toEqual(['As they were.']);
  });

  it('says afterwards what was refused', async () => {
    const { backend, user } = await openWith(2);
    await user.click(screen.getByRole('checkbox', { name: 'Select all that are loaded' }));
    await user.click(bar().getByRole('button', { name: 'Paint' }));
    await backend.answer('POST', `${THINGS_URL}preview/`, { effects: ['Red.'], changed: 2 });
    await user.click(await screen.findByRole('button', { name: 'Paint them' }));
    const refused = [{ title: 'Lamp 2', reason: 'Somebody is faster.' }];
    await backend.answer('POST', `${THINGS_URL}paint/`, { said: '1 thing painted.', refused });
    const dialog = within(await screen.findByRole('dialog', { name: 'Not everything was changed' }));
    expect(dialog.getByText('Somebody is faster.')).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'OK' }));
    await backend.answer('GET', THINGS_URL, makePage([]));
  });

  it('says when it is not known what would happen, and asks again', async () => {
    const { backend, user } = await openWith(1);
    await user.click(screen.getByRole('checkbox', { name: 'Select Lamp 1' }));
    await user.click(bar().getByRole('button', { name: 'Paint' }));
    await backend.refuse('POST', `${THINGS_URL}preview/`, 503, 'The database is away.');
    expect(await screen.findByText(/The database is away\./)).toBeVisible();
    await user.click(button('Try again'));
    await backend.answer('POST', `${THINGS_URL}preview/`, { effects: ['Red.'], changed: 1 });
    expect(await screen.findByText('Red.')).toBeVisible();
  });
});

describe('rows are selected by keys', () => {
  it('in ranges, by Shift with arrows and X', async () => {
    const { user } = await openWith(5);
    TestBed.runInInjectionContext(() => TestBed.inject(Shortcuts).listen());
    await user.keyboard('j{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(bar().getByText('3 selected')).toBeVisible();
    await user.keyboard('{Escape}x');
    expect(bar().getByText('1 selected')).toBeVisible();
    await user.keyboard('kk{Shift>}X{/Shift}');
    expect(bar().getByText('3 selected')).toBeVisible();
  });
});

describe('what can be restored', () => {
  it('is deleted after a question that says what goes with it, and comes back by Undo', async () => {
    const { backend, toaster, user } = await openWith(1);
    await user.click(button('Actions: Lamp 1'));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete “Lamp 1”?' }));
    expect(await dialog.findByText('The shade of Lamp 1.')).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Delete' }));
    await backend.answer('DELETE', `${THINGS_URL}1/`, null, 204);
    await backend.answer('GET', `${THINGS_URL}1/`, makeThing({ deleted_at: '2026-11-24T12:00:00Z' }));
    await backend.answer('GET', THINGS_URL, makePage([]));
    expect(toaster.toasts()[0]?.text).toBe('Thing deleted.');
    toaster.undo();
    await backend.answer('POST', `${THINGS_URL}1/restore/`, makeThing());
    await backend.answer('GET', THINGS_URL, makePage([makeThing()]));
    await waitFor(() => expect(screen.getByRole('link', { name: 'Lamp' })).toBeVisible());
  });

  it('shows that it is deleted, and offers to restore it', async () => {
    const { backend, user } = await open();
    await backend.answer('GET', THINGS_URL, makePage([makeThing({ deleted_at: '2026-11-24T12:00:00Z' })]));
    expect(screen.getByRole('rowheader')).toHaveTextContent('Lamp Deleted');
    await user.click(button('Actions: Lamp'));
    expect(screen.getAllByRole('menuitem').map((item) => item.textContent?.trim())).toEqual(['Restore']);
  });
});
