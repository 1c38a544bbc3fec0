import { Location } from '@angular/common';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { screen, waitFor, within } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { Backend, provideBackend } from '../../testing/backend';
import { makeAgentStats, makeStats } from '../../testing/make-stats';
import { StatsPage } from './stats-page';

const STATS = '/api/tickets/stats/';
const AGENTS = '/api/tickets/stats/agents/';

@Component({ template: '' })
class Tickets {}

async function openStats(address = '/stats?from=2026-11-19&to=2026-11-25') {
  TestBed.configureTestingModule({
    providers: [
      provideBackend(),
      provideRouter([
        { path: 'stats', component: StatsPage },
        { path: 'tickets', component: Tickets },
      ]),
    ],
  });
  const harness = await RouterTestingHarness.create(address);
  return {
    backend: new Backend(),
    user: userEvent.setup(),
    path: () => TestBed.inject(Location).path(),
    harness,
  };
}

async function openLoaded() {
  const page = await openStats();
  await page.backend.answer('GET', STATS, makeStats());
  await page.backend.answer('GET', AGENTS, makeAgentStats());
  return page;
}

const tile = (name: string) => screen.getByRole('group', { name });
const figure = (name: string) => screen.getByRole('region', { name });

describe('StatsPage', () => {
  it('asks for the period in the address', async () => {
    const { backend } = await openStats();
    const { params } = await backend.answer('GET', STATS, makeStats());
    expect(params.toString()).toBe('from=2026-11-19&to=2026-11-25');
  });

  it('has each number lead to its list', async () => {
    await openLoaded();
    const created = within(tile('Title of created'));
    expect(created.getByRole('link', { name: '14' })).toHaveAttribute(
      'href',
      '/tickets?created_after=2026-11-19&created_before=2026-11-26&sort=-created_at',
    );
    const answered = within(tile('Title of first_response')).getByRole('link', { name: '12' });
    expect(answered).toHaveAttribute(
      'href',
      '/tickets?first_response_after=2026-11-19&first_response_before=2026-11-26&sort=-first_response_at',
    );
    expect(created.getByText('+40 %')).toBeVisible();
    expect(created.getByText('against the 7 days before')).toBeVisible();
  });

  it('says in a word whether a change is good', async () => {
    await openLoaded();
    expect(within(tile('Title of active')).getByText('+100 %, worse')).toBeVisible();
    expect(within(tile('Title of resolved')).getByText('+25 %, better')).toBeVisible();
  });

  it('says how a number is counted', async () => {
    const { user } = await openLoaded();
    await user.click(screen.getByRole('button', { name: 'How it is counted: Title of active' }));
    expect(screen.getByText('Text of active.')).toBeVisible();
  });

  it('shows what is drawn as a table, too, with the same links', async () => {
    const { user } = await openLoaded();
    const card = within(figure('Do we keep up?'));
    expect(card.queryByRole('table')).not.toBeInTheDocument();
    await user.click(card.getByRole('button', { name: 'Show as table' }));
    const row = within(card.getByRole('row', { name: '19 Nov 2 2 4' }));
    expect(row.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/tickets?created_after=2026-11-19&created_before=2026-11-20&sort=-created_at',
      '/tickets?resolved_after=2026-11-19&resolved_before=2026-11-20&sort=-resolved_at',
      '/tickets?active_at=2026-11-20',
    ]);
  });

  it('has points that are one stop of the Tab key, and go on by arrows', async () => {
    const { user } = await openLoaded();
    const points = within(screen.getByRole('group', { name: 'Created, by day' })).getAllByRole('link');
    points[0]?.focus();
    await user.keyboard('{ArrowRight}');
    expect(points[1]).toHaveFocus();
    expect(points[1]).toHaveAccessibleName('20 Nov: 2 created');
    expect(figure('Do we keep up?')).toHaveTextContent('20 Nov: 2 created, 2 resolved');
    await user.keyboard('{End}');
    expect(points[6]).toHaveFocus();
    const stops = () => points.filter(({ tabIndex }) => tabIndex === 0);
    expect(stops()).toEqual([points[6]]);
    await user.tab();
    expect(points).not.toContain(document.activeElement);
    expect(stops()).toEqual([points[0]]);
  });

  it('writes another period into the address', async () => {
    const { user, path } = await openLoaded();
    await user.click(screen.getByRole('link', { name: 'Last 30 days' }));
    expect(path()).toBe('/stats');
  });

  it('takes two days of one’s own, unless they are no period', async () => {
    const { user, path } = await openLoaded();
    const from = screen.getByLabelText('From');
    await user.clear(from);
    await user.type(from, '2026-11-26');
    await user.click(screen.getByRole('button', { name: 'Show' }));
    expect(screen.getByText('The first day must not be after the last.')).toBeVisible();
    expect(from).toBeInvalid();
    expect(path()).toBe('/stats?from=2026-11-19&to=2026-11-25');

    await user.clear(from);
    await user.type(from, '2026-11-01');
    await user.click(screen.getByRole('button', { name: 'Show' }));
    await waitFor(() => expect(path()).toBe('/stats?from=2026-11-01&to=2026-11-25'));
  });

  it('keeps what it knows when another period cannot be loaded, and tries again', async () => {
    const { backend, harness, user } = await openLoaded();
    await harness.navigateByUrl('/stats?from=2026-11-01&to=2026-11-25');
    await backend.answer('GET', AGENTS, makeAgentStats());
    await backend.refuse('GET', STATS, 503, 'The database is away.');
    const notice = screen.getByRole('alert');
    expect(notice).toHaveTextContent('The database is away. What you see is from 19 Nov to 25 Nov 2026.');
    expect(tile('Title of active')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await backend.answer('GET', AGENTS, makeAgentStats());
    await backend.answer('GET', STATS, makeStats({ active: { value: 99, previous: 1 } }));
    expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
    expect(within(tile('Title of active')).getByText('99')).toBeVisible();
  });

  it('says that it could not load when nothing is known', async () => {
    const { backend } = await openStats();
    await backend.refuse('GET', STATS, 503, 'The database is away.');
    expect(screen.getByText('Could not load the numbers')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });

  it('says what it is for while there is no ticket', async () => {
    const { backend } = await openStats();
    const stats = makeStats();
    await backend.answer('GET', STATS, { ...stats, now: { ...stats.now, total: 0 } });
    expect(screen.getByText('No tickets yet')).toBeVisible();
  });
});
