import { BreakpointObserver } from '@angular/cdk/layout';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { screen, waitFor } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { of } from 'rxjs';
import { Backend, provideBackend } from '../../../testing/backend';
import { ADA, makeMe, makePage } from '../../../testing/make';
import { makeTemplate } from '../../../testing/make-admin';
import { provideSignedIn } from '../../../testing/signed-in';
import { Toaster } from '../../ui/toaster';
import { ModelListPage } from './model-list-page';

const URL = '/api/admin/templates/';
const TEMPLATES = ['One', 'Two', 'Three'].map((name, index) => makeTemplate({ id: index + 1, name }));

async function open(address = '/admin/templates') {
  localStorage.clear();
  Element.prototype.scrollIntoView = jest.fn();
  TestBed.configureTestingModule({
    providers: [
      provideBackend(),
      provideSignedIn(makeMe(ADA)),
      { provide: BreakpointObserver, useValue: { observe: () => of({ matches: true }) } },
      provideRouter([{ path: 'admin/:model', component: ModelListPage }], withComponentInputBinding()),
    ],
  });
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(address);
  const backend = new Backend();
  await backend.answer('GET', URL, makePage(TEMPLATES));
  return { backend, user: userEvent.setup(), toaster: TestBed.inject(Toaster) };
}

const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent?.trim());
const menuItems = () => screen.getAllByRole('menuitem').map((item) => item.textContent?.trim());

describe('rows with an order of their own', () => {
  it('are moved by the menu: those before stay, those behind need not be named', async () => {
    const { backend, toaster, user } = await open();
    await user.click(screen.getByRole('button', { name: 'Actions: Two' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Move up' }));
    expect(names()).toEqual(['Two', 'One', 'Three']);
    const request = await backend.answer('POST', `${URL}reorder/`, { results: [] });
    expect(request.body).toEqual({ ids: [2, 1] });
    expect(toaster.toasts()[0]?.text).toBe('“Two” is number 1 now.');
  });

  it('are moved by Alt with arrows, and keep the focus', async () => {
    const { backend, user } = await open();
    screen.getByRole('link', { name: 'One' }).focus();
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(names()).toEqual(['Two', 'One', 'Three']);
    await waitFor(() => expect(screen.getByRole('link', { name: 'One' })).toHaveFocus());
    await backend.answer('POST', `${URL}reorder/`, { results: [] });
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    const request = await backend.answer('POST', `${URL}reorder/`, { results: [] });
    expect(request.body).toEqual({ ids: [2, 3, 1] });
  });

  it('cannot leave the list', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'Actions: One' }));
    await screen.findAllByRole('menuitem');
    expect(menuItems()).toEqual(['Move down', 'Stop offering', 'Delete']);
  });

  it('are put back when the API refuses', async () => {
    const { backend, toaster, user } = await open();
    screen.getByRole('link', { name: 'One' }).focus();
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await backend.refuse('POST', `${URL}reorder/`, 400, 'One of them is gone.');
    await backend.answer('GET', URL, makePage(TEMPLATES));
    expect(names()).toEqual(['One', 'Two', 'Three']);
    expect(toaster.toasts()[0]?.text).toBe('One of them is gone.');
  });

  it('stay where they are while not all of them are shown', async () => {
    const { user } = await open('/admin/templates?is_active=true');
    await user.click(screen.getByRole('button', { name: 'Actions: Two' }));
    await screen.findAllByRole('menuitem');
    expect(menuItems()).toEqual(['Stop offering', 'Delete']);
  });
});
