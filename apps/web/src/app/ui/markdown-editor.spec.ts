import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { MarkdownEditor } from './markdown-editor';

describe('MarkdownEditor', () => {
  it('shows what the text will look like, and goes back to writing', async () => {
    await render(MarkdownEditor, { inputs: { label: 'Reply', value: '' } });
    await userEvent.type(screen.getByRole('textbox', { name: 'Reply' }), 'It is **fine**');
    await userEvent.click(screen.getByRole('button', { name: 'Preview' }));
    expect(screen.getByText('fine').tagName).toBe('STRONG');
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Preview' }));
    expect(screen.getByRole('textbox', { name: 'Reply' })).toHaveValue('It is **fine**');
  });

  it('says that there is nothing to preview', async () => {
    await render(MarkdownEditor, { inputs: { value: '  ' } });
    await userEvent.click(screen.getByRole('button', { name: 'Preview' }));
    expect(screen.getByRole('region', { name: 'Preview' })).toHaveTextContent('Nothing to preview yet.');
  });
});
