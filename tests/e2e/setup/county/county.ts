import type { Browser } from 'playwright-core';
import type { Visit } from '../browser';
import { administrator } from '../empty-portal';
import type { Portal } from '../portal';
import { walkersOf } from '../walker';
import type { Walker } from '../walker';
import { byHeader, under } from './going';

/** The county as the walk goes: who has come so far, by name, each with a window of their own. */
export interface County {
  portal: Portal;
  how: Visit;
  visitor(): Promise<Walker>;
  /** Somebody who came before, signed in. */
  of(name: string): Walker;
  keep(name: string, walker: Walker): void;
  /** A step of the walk: where it went wrong, what everybody's page showed. */
  step(act: () => Promise<void>): Promise<void>;
  /** All windows are left; none of them complained of anything. */
  end(): Promise<void>;
}

export function countyAt(portal: Portal, browser: Browser, how: Visit): County {
  const { visitor } = walkersOf(portal, browser, how);
  const people = new Map<string, Walker>();
  return {
    ...{ portal, how, visitor },
    of: (name) => {
      const walker = people.get(name);
      if (!walker) throw new Error(`${name} has not come yet`);
      return walker;
    },
    keep: (name, walker) => void people.set(name, walker),
    step: async (act) => {
      try {
        await act();
      } catch (fault) {
        throw new Error(`${String(fault)}\n${await shownTo(people)}`, { cause: fault });
      }
    },
    end: async () => {
      for (const walker of people.values()) await walker.leave();
    },
  };
}

async function shownTo(people: ReadonlyMap<string, Walker>): Promise<string> {
  const shown = [...people].map(async ([name, { page }]) => {
    const words = await page.locator('main').innerText();
    return `— ${name} at ${page.url()}:\n${words}`;
  });
  return (await Promise.all(shown)).join('\n');
}

export async function administratorSignsIn(county: County): Promise<void> {
  const walker = await county.visitor();
  county.keep('administrator', walker);
  await walker.go('/');
  await byHeader(walker, '登录');
  await walker.fill({ email: administrator.email, password: administrator.password });
  await walker.press('登录');
  // Who holds an office is asked for the code that comes by mail, too.
  const mail = await county.portal.mail.mailTo(administrator.email, '登录验证码');
  await walker.fill({ code: /(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec(mail.text ?? '')?.[0] ?? '' });
  await walker.press('登录');
  await walker.sees(`欢迎回来，${administrator.name}`);
}

/** Everybody begins on the first page, and registers by what it offers; the link comes by mail. */
export async function registers(
  county: County,
  who: { name: string; email: string; password: string },
): Promise<Walker> {
  const walker = await county.visitor();
  county.keep(who.name, walker);
  await walker.go('/');
  await byHeader(walker, '登录');
  await walker.page.getByRole('main').getByRole('link', { name: '注册' }).click();
  await under(walker, '注册');
  await confirms(county, walker, who);
  return walker;
}

/** From the form of registering to the account. */
export async function confirms(
  { portal }: County,
  walker: Walker,
  { name, email, password }: { name: string; email: string; password: string },
): Promise<void> {
  await walker.fill({ email, displayName: name, password });
  await walker.press('注册');
  await under(walker, '请查收邮件');
  const mail = await portal.mail.mailTo(email, '确认');
  await walker.go(/https?:\/\/\S+\/confirm\/\S+/.exec(mail.text ?? '')?.[0] ?? '');
  await walker.fill({ password });
  await walker.press('确认邮箱并登录');
  await walker.sees('邮箱已确认');
}
