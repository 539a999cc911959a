import { paths } from '~/paths';

/** What the worker does with a push, beside all else that it does. */
interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface PushEvent extends LastingEvent {
  readonly data: { text(): string } | null;
}

interface ClickEvent extends LastingEvent {
  readonly notification: { close(): void; readonly data: unknown };
}

interface ChangeEvent extends LastingEvent {
  readonly oldSubscription: PushSubscription | null;
  readonly newSubscription: PushSubscription | null;
}

interface Events {
  push: PushEvent;
  notificationclick: ClickEvent;
  pushsubscriptionchange: ChangeEvent;
}

interface Page {
  readonly url: string;
  focus(): Promise<unknown>;
}

export interface PushScope {
  addEventListener<Name extends keyof Events>(name: Name, listen: (event: Events[Name]) => void): void;
  readonly location: Location;
  readonly clients: {
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly Page[]>;
    openWindow(url: string): Promise<unknown>;
  };
  readonly registration: {
    showNotification(title: string, options: NotificationOptions): Promise<void>;
    readonly pushManager: PushManager;
  };
}

export interface ShownPush {
  title: string;
  options: NotificationOptions & { data: { path: string } };
}

const textOf = (value: unknown, otherwise: string) =>
  typeof value === 'string' && value !== '' ? value : otherwise;

/** A path of the portal; anything else leads to the inbox. */
const pathOf = (value: unknown) =>
  typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : paths.inbox;

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/**
 * What is shown of a push. Browsers want something shown each time: what cannot be read is a message of which nothing
 * more is known than from which portal it is. The later of one thing takes the place of the earlier.
 */
export function shownOf(text: string, portal: string): ShownPush {
  const { title, body, path, tag } = parsed(text);
  return {
    title: textOf(title, portal),
    options: {
      ...{ body: textOf(body, ''), tag: textOf(tag, 'inbox') },
      data: { path: pathOf(path) },
    },
  };
}

/** Where a click on what is shown leads. */
export function leadsTo(data: unknown, origin: string): string {
  const path = typeof data === 'object' && data !== null && 'path' in data ? data.path : null;
  return new URL(pathOf(path), origin).href;
}

/** The page is brought to the front where it is open, else it is opened: what is typed elsewhere is left alone. */
async function openPage(scope: PushScope, url: string): Promise<void> {
  const pages = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const open = pages.find((page) => page.url === url);
  await (open ? open.focus() : scope.clients.openWindow(url));
}

/** The address of a device changed: the portal is told of the new one, as by its page; where nobody is signed in it forgets. */
async function addAgain(scope: PushScope, event: ChangeEvent): Promise<void> {
  const options = event.oldSubscription?.options;
  const key = options?.applicationServerKey;
  const fresh =
    event.newSubscription ??
    (key
      ? await scope.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
      : null);
  const { endpoint = '', keys = {} } = fresh?.toJSON() ?? {};
  if (endpoint === '') return;
  const body = new URLSearchParams({ intent: 'add-device', endpoint, ...keys });
  await fetch(paths.noticeTopics, { method: 'POST', body, redirect: 'manual' });
}

/** Lets the worker tell of what is pushed. */
export function listenForPushes(scope: PushScope): void {
  scope.addEventListener('push', (event) => {
    const { title, options } = shownOf(event.data?.text() ?? '', scope.location.host);
    event.waitUntil(scope.registration.showNotification(title, options));
  });
  scope.addEventListener('notificationclick', (event) => {
    event.notification.close();
    event.waitUntil(openPage(scope, leadsTo(event.notification.data, scope.location.origin)));
  });
  scope.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(addAgain(scope, event)));
}
