import { expect } from 'vitest';
import { expectNoSideScroll } from '../browser';
import { hydrated } from '../hydrated';
import type { Walker } from '../walker';

const shots = process.env.LOOK_FOLDER;
let taken = 0;

/** The page stands under this heading. */
export async function under(walker: Walker, heading: string): Promise<void> {
  await walker.page.locator('h1', { hasText: heading }).first().waitFor();
  await hydrated(walker);
}

/** By a link that is on the page, as somebody goes who knows no address. */
export async function by(walker: Walker, link: string, heading: string): Promise<void> {
  await walker.page.getByRole('link', { name: link }).first().click();
  await under(walker, heading);
}

/** By what stands at the top of every page. */
export async function byHeader(walker: Walker, link: string, heading = link): Promise<void> {
  await walker.page.locator('.site-header').getByRole('link', { name: link, exact: true }).click();
  await under(walker, heading);
}

/** By the menu under one's own name. */
export async function byOwnMenu(walker: Walker, link: string, heading = link): Promise<void> {
  await walker.page.locator('.header-menu > summary', { hasText: '的账号菜单' }).click();
  await walker.page.locator('.header-menu[open]').getByRole('link', { name: link, exact: true }).click();
  await under(walker, heading);
}

/** By the navigation: in a row on a desk, behind a button on a phone. */
export async function byNavigation(walker: Walker, link: string, heading = link): Promise<void> {
  const menu = walker.page.locator('.only-narrow .header-menu > summary');
  if (await menu.isVisible()) await menu.click();
  await walker.page
    .locator('.main-navigation:visible')
    .getByRole('link', { name: link, exact: true })
    .click();
  await under(walker, heading);
}

/** The worker works beside the server: looks again until what is there says so. */
export async function shows(look: () => Promise<string>, words: string): Promise<void> {
  await expect.poll(look, { timeout: 60_000, interval: 500 }).toContain(words);
}

/** Nothing of the page is wider than its window; a picture of it where somebody wants to look. */
export async function look(walker: Walker, name: string): Promise<void> {
  await expectNoSideScroll(walker.page);
  const width = walker.page.viewportSize()?.width ?? 0;
  taken += 1;
  if (shots)
    await walker.page.screenshot({
      path: `${shots}/${width}-${String(taken).padStart(2, '0')}-${name}.png`,
      fullPage: true,
    });
}
