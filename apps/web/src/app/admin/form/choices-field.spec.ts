import { TestBed } from '@angular/core/testing';
import { screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { Backend, provideBackend } from '../../../testing/backend';
import type { FormFieldDescription, Option } from '../registry/field-description';
import { FormFields } from './form-fields';
import { modelForm } from './model-form-rules';

const named = (names: readonly string[]): Option[] =>
  names.map((label, at) => ({ value: String(at + 1), label }));

function renderField(options: FormFieldDescription['options']) {
  TestBed.configureTestingModule({ providers: [provideBackend()] });
  const fields: FormFieldDescription[] = [
    { name: 'tags', label: 'Tags', kind: 'choices', limits: { min: 1, max: 2 }, ...(options && { options }) },
  ];
  const form = TestBed.runInInjectionContext(() => modelForm(fields, null, async () => undefined));
  const { componentRef } = TestBed.createComponent(FormFields);
  componentRef.setInput('fields', fields);
  componentRef.setInput('of', form.fields);
  TestBed.tick();
  return { backend: new Backend(), form, user: userEvent.setup() };
}

const loaded: FormFieldDescription['options'] = async (api) =>
  named((await api.get<{ names: string[] }>('/api/names/')).names);

describe('several choices', () => {
  it('are loaded where the description says so', async () => {
    const { backend, form, user } = renderField(loaded);
    expect(screen.getByText('Loading…')).toBeVisible();
    await backend.answer('GET', '/api/names/', { names: ['refund', 'VIP'] });
    await user.click(await screen.findByRole('checkbox', { name: 'VIP' }));
    await user.click(screen.getByRole('checkbox', { name: 'refund' }));
    expect(form.fields().value()).toEqual({ tags: '1 2' });
  });

  it('say that they could not be loaded, and are asked for again', async () => {
    const { backend, user } = renderField(loaded);
    await backend.refuse('GET', '/api/names/', 503);
    expect(await screen.findByText(/Tags could not be loaded/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await backend.answer('GET', '/api/names/', { names: ['refund'] });
    expect(await screen.findByRole('checkbox', { name: 'refund' })).toBeVisible();
  });

  it('say that there are none', async () => {
    renderField(async () => []);
    expect(await screen.findByText('There is nothing to choose from yet.')).toBeVisible();
  });

  it('are found by part of their name where there are many, and what is chosen stays in sight', async () => {
    const { user } = renderField(named([...'abcdefghijklm'].map((letter) => `tag ${letter}`)));
    await user.click(screen.getByRole('checkbox', { name: 'tag a' }));
    await user.type(screen.getByRole('searchbox', { name: 'Find in Tags' }), 'TAG M');
    expect(screen.getAllByRole('checkbox').map((box) => box.closest('label')?.textContent?.trim())).toEqual([
      'tag a',
      'tag m',
    ]);
  });

  it('are no more than there may be', async () => {
    const { form, user } = renderField(named(['a', 'b', 'c']));
    for (const name of ['a', 'b', 'c']) await user.click(screen.getByRole('checkbox', { name }));
    await user.tab();
    expect(screen.getByText('Choose no more than 2.')).toBeVisible();
    expect(form.fields().valid()).toBe(false);
  });
});
