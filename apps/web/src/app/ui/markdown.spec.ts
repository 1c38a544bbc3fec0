import { render, screen } from '@testing-library/angular';
import { Markdown } from './markdown';

const show = (source: string) => render(Markdown, { inputs: { source } });

describe('Markdown', () => {
  it('formats what people wrote', async () => {
    await show('It is **broken**\n\n- once\n- twice');
    expect(screen.getByText('broken').tagName).toBe('STRONG');
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
  });

  it('keeps single line breaks', async () => {
    const { container } = await show('one\ntwo');
    expect(container.querySelector('br')).not.toBeNull();
  });

  it('opens links elsewhere, without telling where they were found', async () => {
    await show('[the invoice](https://example.com/a)');
    const link = screen.getByRole('link', { name: 'the invoice' });
    expect(link).toHaveAttribute('target', '_blank');
    expect(link).toHaveAttribute('rel', expect.stringContaining('noopener'));
  });

  it('never runs what people wrote', async () => {
    const { container } = await show(
      '<script>alert(1)</script><img src=x onerror=alert(1)> <b onclick="x()">hi</b>',
    );
    expect(container.querySelector('script, img, b')).toBeNull();
    expect(container).toHaveTextContent('<b onclick="x()">hi</b>');
  });

  it('defuses links to scripts', async () => {
    const { container } = await show('[click](javascript:alert(1)) [quoted](<https://a"onmouseover="x>)');
    expect(container.innerHTML).not.toMatch(/href="javascript/);
    expect(container.querySelector('[onmouseover]')).toBeNull();
  });

  it('loads no pictures from elsewhere, but says where they are', async () => {
    const { container } = await show('![screenshot](https://example.com/a.png)');
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getByRole('link', { name: 'screenshot' })).toHaveAttribute(
      'href',
      'https://example.com/a.png',
    );
  });

  it('adds no headings to the page', async () => {
    await show('# Shouting');
    expect(screen.queryByRole('heading')).not.toBeInTheDocument();
    expect(screen.getByText('Shouting')).toBeVisible();
  });
});
