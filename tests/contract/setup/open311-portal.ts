import { makeAreas, makePerson } from '../../factories/proposals';
import { testPortal } from '../../setup/portal';
import type { TestPortal } from '../../setup/portal';
import { remixBuild } from '../../setup/remix-build';
import type { TestContext } from '../../setup/context';
import type { Context } from '~/domains/context';
import { issueApiKey } from '~/domains/bridges/index.server';
import { resolvePerson } from '~/domains/identity/index.server';
import { contextFor } from '~/http/server/services.server';
import { readXml } from '~/lib/xml/read-xml';
import type { XmlNode } from '~/lib/xml/read-xml';
import { action, loader } from '~/routes/open311+/v2.$';

export interface Open311Portal extends TestPortal {
  key: string;
  /** Asks as another server does: no Origin, no cookies. */
  get(path: string): Promise<Response>;
  post(path: string, pairs: [string, string][]): Promise<Response>;
  asPerson(id: string): Promise<Context>;
  test: TestContext;
}

/** A portal on a port of its own with areas, people and one API key for the district 421002. */
export async function open311Portal(environment: Record<string, string> = {}): Promise<Open311Portal> {
  const route = { path: 'open311/v2/*', page: false, loader, action };
  const portal = await testPortal(
    remixBuild([route], () => new Response('page')),
    environment,
  );
  const { services, url } = portal;
  const test = { database: services.database, clock: services.clock } as unknown as TestContext;
  const asPerson = async (id: string) =>
    contextFor(services, await resolvePerson(services.database, id, null), 'zh-CN');
  test.asPerson = asPerson;
  await makeAreas(test);
  await makePerson(test, 'admin', { role: 'administrator', areaId: '421002' });
  await makePerson(test, 'moderator', { role: 'moderator', areaId: '421002' });
  await makePerson(test, 'resident');
  const { secret: key } = await issueApiKey(await asPerson('admin'), {
    name: 'FixMyStreet',
    areaId: '421002',
    postsArePublic: 'yes',
  });
  return {
    ...portal,
    key,
    test,
    asPerson,
    get: (path) => fetch(`${url}/open311/v2/${path}`),
    post: (path, pairs) =>
      fetch(`${url}/open311/v2/${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(pairs).toString(),
      }),
  };
}

export async function xmlOf(response: Response): Promise<XmlNode> {
  return readXml(await response.text());
}

export async function jsonOf<Shape>(response: Response): Promise<Shape> {
  return (await response.json()) as Shape;
}

/** What FixMyStreet posts for a report: title, blank line, detail, in CRLF; a Chinese name is a first name. */
export function report(key: string, change: Record<string, string | undefined> = {}): [string, string][] {
  const fields: Record<string, string | undefined> = {
    api_key: key,
    service_code: 'facilities',
    description:
      '东门路灯不亮\r\n\r\n从东门到车站的六盏路灯都不亮，老人晚上走路不安全。\r\n\r\nhttp://fms.example/report/77',
    first_name: '王小明',
    last_name: '',
    email: 'wang@example.org',
    phone: '13800138000',
    lat: '30.326500',
    long: '112.241200',
    ...change,
  };
  return Object.entries(fields).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value]],
  );
}
