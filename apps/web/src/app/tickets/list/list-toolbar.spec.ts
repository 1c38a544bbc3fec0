import { render, screen, within } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { Backend, provideBackend } from '../../../testing/backend';
import { ADA, CARLA, GRACE, makeMe, makePage } from '../../../testing/make';
import { provideSignedIn } from '../../../testing/signed-in';
import { type ListPlace, NO_FILTERS, type TicketFilters } from '../data/list-place';
import { ListToolbar } from './list-toolbar';

async function renderToolbar(
  filters: Partial<TicketFilters> = {},
  person = ADA,
  view: ListPlace['view'] = 'all',
) {
  const went = jest.fn<void, [ListPlace]>();
  const place: ListPlace = { view, filters: { ...NO_FILTERS, ...filters }, sort: '-updated_at' };
  await render(ListToolbar, {
    providers: [provideBackend(), provideSignedIn(makeMe(person))],
    inputs: { place },
    on: { went },
  });
  const backend = new Backend();
  return { backend, went, place, user: userEvent.setup() };
}

async function openPanel(user: ReturnType<typeof userEvent.setup>) {
  await user.click(screen.getByRole('button', { name: 'Filter' }));
  return within(await screen.findByRole('dialog', { name: 'Filter tickets' }));
}

describe('ListToolbar', () => {
  it('searches when one presses Enter', async () => {
    const { went, user } = await renderToolbar();
    await user.type(screen.getByRole('searchbox', { name: 'Search tickets' }), ' printer {Enter}');
    expect(went).toHaveBeenCalledTimes(1);
    expect(went.mock.calls[0]?.[0].filters.q).toBe('printer');
  });

  it('clears the search', async () => {
    const { went, user } = await renderToolbar({ q: 'printer' });
    await user.click(screen.getByRole('button', { name: 'Clear search' }));
    expect(went.mock.calls[0]?.[0].filters.q).toBe('');
    expect(screen.getByRole('searchbox')).toHaveFocus();
  });

  it('filters at once, one choice after the other', async () => {
    const { went, user } = await renderToolbar({ status: ['open'] });
    const panel = await openPanel(user);
    expect(panel.getByRole('checkbox', { name: 'Open' })).toBeChecked();
    await user.click(panel.getByRole('checkbox', { name: 'Resolved' }));
    expect(went.mock.calls[0]?.[0].filters.status).toEqual(['open', 'resolved']);
  });

  it('takes a choice back', async () => {
    const { went, user } = await renderToolbar({ priority: ['urgent', 'high'] });
    const panel = await openPanel(user);
    await user.click(panel.getByRole('checkbox', { name: 'Urgent' }));
    expect(went.mock.calls[0]?.[0].filters.priority).toEqual(['high']);
  });

  it('filters by how admins were rated; customers are not asked', async () => {
    const { went, user } = await renderToolbar({ score: [5] });
    const panel = await openPanel(user);
    await user.click(panel.getByRole('checkbox', { name: '4 of 5' }));
    expect(went.mock.calls[0]?.[0].filters.score).toEqual([4, 5]);
    await user.click(panel.getByRole('checkbox', { name: '5 of 5' }));
    expect(went.mock.calls[1]?.[0].filters.score).toEqual([]);
  });

  it('filters by who has a ticket', async () => {
    const { backend, went, user } = await renderToolbar();
    const panel = await openPanel(user);
    await backend.answer('GET', '/api/users/', makePage([ADA, GRACE]));
    await user.selectOptions(
      panel.getByLabelText('Assignee'),
      panel.getByRole('option', { name: 'Grace Hopper' }),
    );
    expect(went.mock.calls[0]?.[0].filters.assignee).toBe('2');
  });

  it('does not let customers filter by assignee', async () => {
    const { backend, user } = await renderToolbar({}, CARLA, 'mine');
    const panel = await openPanel(user);
    expect(panel.queryByLabelText('Assignee')).not.toBeInTheDocument();
    expect(panel.queryByRole('checkbox', { name: '5 of 5' })).not.toBeInTheDocument();
    expect(panel.getByRole('checkbox', { name: 'Waiting for you' })).toBeInTheDocument();
    expect(backend.waiting('GET', '/api/users/')).toHaveLength(0);
  });

  it('shows a chip for each filter, which takes it away', async () => {
    const { went, user } = await renderToolbar({ status: ['open', 'closed'], assignee: 'me' });
    expect(within(screen.getByRole('list', { name: 'Active filters' })).getAllByRole('button')).toHaveLength(
      4,
    );
    await user.click(screen.getByRole('button', { name: 'Remove filter Status: Open' }));
    expect(went.mock.calls[0]?.[0].filters).toMatchObject({ status: ['closed'], assignee: 'me' });
  });

  it('clears all filters, but not the words searched for', async () => {
    const { went, user } = await renderToolbar({ status: ['open'], assignee: 'me', q: 'printer' });
    await user.click(screen.getByRole('button', { name: 'Clear all' }));
    expect(went.mock.calls[0]?.[0].filters).toEqual({ ...NO_FILTERS, q: 'printer' });
  });

  it('sorts', async () => {
    const { went, user } = await renderToolbar();
    await user.click(screen.getByRole('button', { name: 'Sort: Newest change first' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Most urgent first' }));
    expect(went.mock.calls[0]?.[0].sort).toBe('-priority');
  });
});
