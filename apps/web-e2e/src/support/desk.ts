import AxeBuilder from '@axe-core/playwright';
import { test as base, type Browser, expect, type Page } from '@playwright/test';

export { expect };

interface Desk {
  /** Fails the journey on anything that the browser complains about: errors in the console, a broken CSP. */
  complaints: string[];
  /** A second person at a browser of their own. */
  otherPage: Page;
}

/** `test` for journeys: every page is watched for complaints. */
export const test = base.extend<Desk>({
  complaints: [
    async ({}, use) => {
      const complaints: string[] = [];
      await use(complaints);
      expect(complaints, 'complaints of the browser').toEqual([]);
    },
    { auto: true },
  ],
  page: async ({ page, complaints }, use) => {
    listen(page, complaints);
    await use(page);
  },
  otherPage: async ({ browser, complaints }, use) => {
    const page = await newPage(browser);
    listen(page, complaints);
    await use(page);
    await page.context().close();
  },
});

/** Answers that a journey provokes on purpose; Chromium reports each as an error. */
const EXPECTED = /status of (401|404|412)|ERR_INTERNET_DISCONNECTED/;

function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !EXPECTED.test(message.text())) complaints.push(message.text());
  });
}

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  return context.newPage();
}

/** No violation of WCAG 2.2 A and AA, in light and in dark, at the width of a desk and of a phone. */
export async function expectAccessible(page: Page): Promise<void> {
  const viewport = page.viewportSize()!;
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [viewport.width, 390]) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ ...viewport, width });
      await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n  ')}`);
      expect(found, `${page.url()} in ${colorScheme} at ${width}`).toEqual([]);
    }
  }
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme: 'light' });
}
