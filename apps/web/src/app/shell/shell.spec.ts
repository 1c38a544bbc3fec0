import { Location } from '@angular/common';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import type { Me } from '@ticketing/contracts';
import { render, screen, waitFor, within } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { Backend, provideBackend } from '../../testing/backend';
import { ADA, CARLA, makeMe } from '../../testing/make';
import { provideSignedIn } from '../../testing/signed-in';
import { AuthStore } from '../core/session/auth-store';
import { Theme } from '../core/theme/theme';
import { Toaster, UNDO } from '../ui/toaster';
import { Shell } from './shell';

@Component({ template: 'page' })
class Page {}

async function renderShell(person = CARLA, facts: Partial<Me> = {}) {
  localStorage.clear();
  await render(Shell, {
    providers: [
      provideBackend(),
      provideSignedIn({ ...makeMe(person), ...facts }),
      provideRouter([{ path: '**', component: Page }]),
    ],
  });
  return { user: userEvent.setup(), path: () => TestBed.inject(Location).path() };
}

const openAccount = async (user: ReturnType<typeof userEvent.setup>) =>
  user.click(screen.getAllByRole('button', { name: /^Account of/ })[0] as HTMLElement);

describe('Shell', () => {
  it('has a way past the navigation', async () => {
    const { user } = await renderShell();
    await user.tab();
    expect(screen.getByRole('link', { name: 'Skip to content' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('main')).toHaveFocus();
  });

  it('leads customers to their tickets', async () => {
    await renderShell(CARLA);
    expect(screen.getByRole('link', { name: 'My tickets' })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Unassigned' })).not.toBeInTheDocument();
  });

  it('leads admins to every list', async () => {
    await renderShell(ADA);
    const links = within(screen.getAllByRole('navigation')[0] as HTMLElement).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/tickets',
      '/tickets?view=assigned',
      '/tickets?view=unassigned',
      '/tickets?view=mine',
      '/stats',
      '/admin',
    ]);
  });

  it('leads to the admin area who may use it', async () => {
    const { user, path } = await renderShell(ADA);
    await openAccount(user);
    await user.click(await screen.findByRole('menuitem', { name: 'Admin' }));
    expect(path()).toBe('/admin');
    await waitFor(() => expect(screen.getByRole('link', { name: 'Admin', current: 'page' })).toBeVisible());
  });

  it('leads to the statistics who may see them', async () => {
    const { user, path } = await renderShell(ADA);
    await openAccount(user);
    await user.click(await screen.findByRole('menuitem', { name: 'Stats' }));
    expect(path()).toBe('/stats');
  });

  it('does not tell customers of the admin area', async () => {
    const { user } = await renderShell(CARLA);
    await openAccount(user);
    await screen.findByRole('menuitem', { name: 'Your account' });
    expect(screen.queryByRole('menuitem', { name: 'Admin' })).not.toBeInTheDocument();
    expect(screen.queryByRole('menuitem', { name: 'Stats' })).not.toBeInTheDocument();
    expect(screen.queryByRole('link', { name: /^(Admin|Stats)$/ })).not.toBeInTheDocument();
  });

  it('asks for no tickets while two-factor sign-in must be set up', async () => {
    await renderShell(ADA, { must_set_up_two_factor: true });
    expect(screen.queryByRole('link', { name: 'Unassigned' })).not.toBeInTheDocument();
    expect(new Backend().waiting('GET', '/api/tickets/counts/')).toHaveLength(0);
  });

  it('leads nowhere else while two-factor sign-in must be set up', async () => {
    await renderShell(ADA, { must_set_up_two_factor: true });
    expect(screen.getAllByRole('link').map((link) => link.textContent?.trim())).toEqual(['Skip to content']);
    expect(screen.queryByRole('button', { name: 'Search' })).not.toBeInTheDocument();
  });

  it('starts a new ticket by one key', async () => {
    const { user, path } = await renderShell();
    await user.keyboard('c');
    expect(path()).toBe('/tickets/new');
  });

  it('takes back what was told last by one key', async () => {
    const { user } = await renderShell();
    const undo = jest.fn();
    TestBed.inject(Toaster).done('Resolved.', { label: UNDO, run: undo });
    await user.keyboard('zz');
    expect(undo).toHaveBeenCalledTimes(1);
  });

  it('shows all shortcuts by one key', async () => {
    const { user } = await renderShell();
    await user.keyboard('?');
    expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toBeInTheDocument();
  });

  it('leads to the account', async () => {
    const { user, path } = await renderShell();
    await openAccount(user);
    await user.click(await screen.findByRole('menuitem', { name: 'Your account' }));
    expect(path()).toBe('/account');
  });

  it('changes the theme', async () => {
    const { user } = await renderShell();
    await openAccount(user);
    await user.click(await screen.findByRole('menuitem', { name: 'Dark theme' }));
    expect(TestBed.inject(Theme).choice()).toBe('dark');
  });

  it('signs out', async () => {
    const { user } = await renderShell();
    const logout = jest.fn();
    Object.assign(TestBed.inject(AuthStore), { logout });
    await openAccount(user);
    await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
    expect(logout).toHaveBeenCalled();
  });
});

describe('the current place', () => {
  const current = () =>
    screen
      .getAllByRole('link')
      .filter((link) => link.getAttribute('aria-current') === 'page')
      .map((link) => link.textContent?.trim());

  it('is the list in both navigations', async () => {
    await renderShell(CARLA);
    await TestBed.inject(Router).navigateByUrl('/tickets/182');
    await waitFor(() => expect(current()).toEqual(['My tickets', 'Tickets']));
  });

  it('is no list while one writes a new ticket', async () => {
    await renderShell(CARLA);
    await TestBed.inject(Router).navigateByUrl('/tickets/new');
    await waitFor(() => expect(current()).toEqual(['New']));
  });

  it('is the account, which phones reach by their thumb', async () => {
    await renderShell(CARLA);
    await TestBed.inject(Router).navigateByUrl('/account');
    await waitFor(() => expect(current()).toEqual(['Account']));
  });
});
