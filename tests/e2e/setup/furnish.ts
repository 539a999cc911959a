import { expect } from 'vitest';
import type { Portal } from './portal';
import { cookieOf } from './session';
import { revisionIn, walkBallot } from '../../setup/walk-ballot';

const community = '421002001001';
const minute = 60_000;

/** What the pages are about: ids of the demo community, and of what was added to it so that each page has something. */
export type Furniture = Awaited<ReturnType<typeof furnish>>;

type Fields = Record<string, string | string[]>;

const pairsOf = (fields: Fields) =>
  Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));

/** Posts a form as somebody of the demo community and answers the path to which it leads. */
async function postAndFollow(portal: Portal, name: string, at: string, fields: Fields): Promise<string> {
  const response = await fetch(portal.url + at, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      Origin: portal.url,
      Cookie: await cookieOf(portal, name),
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(pairsOf(fields)).toString(),
  });
  expect(response.status, `${name} at ${at}: ${await response.clone().text()}`.slice(0, 4000)).toBeLessThan(
    400,
  );
  return response.headers.get('location') ?? '';
}

/** The same; answers the id of what was made. */
export async function post(portal: Portal, name: string, at: string, fields: Record<string, string>) {
  return (await postAndFollow(portal, name, at, fields)).split('/').at(-1) ?? '';
}

/** Calls a ballot step by step, as somebody of the demo community; answers its id. */
export async function callBallot(portal: Portal, name: string, fields: Fields): Promise<string> {
  const Cookie = await cookieOf(portal, name);
  const path = await walkBallot(
    {
      post: (at, form) => postAndFollow(portal, name, at, form),
      revisionOf: async (draftId) => {
        const page = await fetch(`${portal.url}/ballots/drafts/${draftId}/preview`, { headers: { Cookie } });
        return revisionIn(await page.text());
      },
    },
    fields,
  );
  return path.split('/').at(-1) ?? '';
}

/** What the story of the demo does not tell, told through the same forms. */
async function addWhatIsMissing(portal: Portal): Promise<void> {
  const { read } = portal.services.database;
  const typed = (ahead: number) =>
    new Date(portal.now().getTime() + ahead + 480 * minute).toISOString().slice(0, 16);
  await callBallot(portal, 'moderator', {
    title: '社区口袋公园怎么建',
    question: '请大家来定。',
    areaId: '421002',
    kind: 'single-choice',
    standing: 'consultation',
    unit: 'person',
    secret: 'secret',
    minimumAge: '18',
    thresholdPercent: '50',
    percentageBase: 'votes-without-abstentions',
    options: '凉亭\n健身角',
    opensAt: typed(10 * minute),
    closesAt: typed(3 * 24 * 60 * minute),
    paperVoting: 'on',
  });
  const onRoll = await callBallot(portal, 'moderator', {
    title: '小区电梯改造方案表决',
    question: '请名册上的人来定。',
    areaId: '421002',
    kind: 'single-choice',
    standing: 'statutory-record',
    meetingKind: 'household-representatives',
    convener: '小区居民委员会',
    meetingPlace: '社区党群服务中心一楼',
    electorateKind: 'roll',
    unit: 'person',
    secret: 'secret',
    minimumAge: '18',
    thresholdPercent: '50',
    percentageBase: 'electorate',
    options: '同意\n不同意',
    opensAt: typed(3 * 24 * 60 * minute),
    closesAt: typed(4 * 24 * 60 * minute),
  });
  await post(portal, 'moderator', `/ballots/${onRoll}/roll`, {
    intent: 'add',
    name: '王桂兰',
    unit: '3栋401',
    birthYear: '1941',
    household: '',
    reason: '本人带证件到窗口登记',
  });
  portal.advance(11 * minute);
  await post(portal, 'resident15', '/account/residence', {
    areaId: community,
    address: '便河路 12 号 3 栋 401',
    birthYear: '1955',
    consent: 'yes',
  });
  await post(portal, 'resident3', '/organisations/new', {
    kind: 'social-organisation',
    name: '便河夕阳红互助社',
    creditCode: '91350100M000100Y43',
    areaId: community,
    about: '老人之间互相帮忙。',
  });
  const { id: item } = await read.queueItem.findFirstOrThrow({
    where: { kind: 'organisation-verification' },
  });
  await post(portal, 'moderator', '/moderation', {
    items: item,
    decision: 'refuse',
    reason: '名称与代码不符',
  });
  const { id: proposal } = await read.proposal.findFirstOrThrow({ where: { state: 'gathering' } });
  await post(portal, 'moderator', `/proposals/${proposal}`, {
    intent: 'summarise',
    body: '多数人同意先修北门。',
    revision: '0',
  });
  const server = { name: '隔壁区的系统', areaId: '4210' };
  await post(portal, 'administrator', '/bridges/webhooks', { ...server, url: 'https://hooks.example/city' });
  await post(portal, 'administrator', '/bridges/inbound', {
    ...server,
    areaId: '421002',
    departmentId: 'org-chengguan',
  });
  await post(portal, 'administrator', '/bridges/targets', { ...server, url: 'https://open311.example/v2/' });
}

/** A delivery that waits for its next attempt, of a type with a long name: which come, and when, is a matter of time. */
async function addDelivery({ services, now }: Portal): Promise<void> {
  const { read } = services.database;
  const { id: endpointId } = await read.webhookEndpoint.findFirstOrThrow({ select: { id: true } });
  const { id: eventId } = await read.event.findFirstOrThrow({ select: { id: true } });
  const delivery = {
    id: 'msg_furnished',
    endpointId,
    eventId,
    type: 'work_order.suspension_refused',
    body: '{}',
  };
  const waits = {
    state: 'waiting',
    attempts: 1,
    dueAt: new Date(now().getTime() + 600 * minute),
    createdAt: now(),
  };
  const attempt = {
    id: 'furnished',
    at: now(),
    milliseconds: 9,
    error: 'getaddrinfo ENOTFOUND hooks.example',
  };
  await services.database.transaction((tx) =>
    tx.prisma.webhookDelivery.create({ data: { ...delivery, ...waits, log: { create: attempt } } }),
  );
}

/** The worker opens it beside the server. */
async function ballotOpens({ services }: Portal): Promise<void> {
  const where = { paperVoting: true, state: 'open' };
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if ((await services.database.read.ballot.count({ where })) > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The ballot on paper was not opened');
}

/** A draft, the certificate of somebody with hours, and a shift of the river cleaners, with who has a place in it. */
async function addVolunteering(portal: Portal) {
  const { read } = portal.services.database;
  const mine = { organisationId: 'org-jiangtun' };
  const served = await read.signUp.findFirstOrThrow({
    where: { state: 'attended', minutes: { gt: 0 }, shift: { opportunity: mine } },
  });
  const person = `resident${Number(served.personId.slice('resident-'.length))}`;
  const certificate = await post(portal, person, '/volunteering/certificates?index', {
    organisationId: mine.organisationId,
    realName: '',
    idNumber: '',
    shows: 'service',
  });
  const { number, sealedContent } = await read.volunteerCertificate.findUniqueOrThrow({
    where: { id: certificate },
  });
  const { code } = JSON.parse(portal.services.keys.open(sealedContent)) as { code: string };
  const place = await read.signUp.findFirstOrThrow({
    where: { state: 'confirmed', shift: { startsAt: { gt: portal.now() }, opportunity: mine } },
  });
  const volunteer = `resident${Number(place.personId.slice('resident-'.length))}`;
  return { person, certificate, number, code, shift: place.shiftId, volunteer };
}

/** Adds what is missing to the portal's copy of the demo, and finds an example of each kind of thing in it. */
export async function furnish(portal: Portal) {
  await addWhatIsMissing(portal);
  await addDelivery(portal);
  const { read } = portal.services.database;
  const one = async (found: Promise<{ id: string } | null>) => {
    const row = await found;
    if (!row) throw new Error('The demo holds no such example any more');
    return row.id;
  };
  const select = { id: true } as const;
  const pointed = '"kind":"points"';
  const proposal = (state: string) => one(read.proposal.findFirst({ where: { state }, select }));
  const ballot = (where: object) => one(read.ballot.findFirst({ where, select }));
  const order = (where: object) => one(read.workOrder.findFirst({ where, select }));
  const conversation = (state: string) => one(read.conversation.findFirst({ where: { state }, select }));
  const agreement = (state: string) => one(read.agreement.findFirst({ where: { state }, select }));
  const asked = await read.callBack.findFirstOrThrow({
    where: { answeredAt: null, personId: { not: null } },
    select: { workOrderId: true, personId: true },
  });
  const summary = await read.discussionSummary.findFirstOrThrow();
  await ballotOpens(portal);
  const volunteer = await addVolunteering(portal);
  return {
    proposals: {
      gathering: await proposal('gathering'),
      implementing: await proposal('implementing'),
      evaluated: await proposal('evaluated'),
      review: await proposal('review'),
      draft: await read.proposal.findFirstOrThrow({ where: { state: 'draft' } }),
    },
    ballots: {
      open: await ballot({ state: 'open', paperVoting: false }),
      closed: await ballot({ state: 'closed', kind: { not: 'budget' } }),
      budget: await ballot({ state: 'closed', kind: 'budget', terms: { not: { contains: pointed } } }),
      pointed: await ballot({ state: 'closed', terms: { contains: pointed } }),
      onPaper: await ballot({ paperVoting: true }),
      onRoll: await ballot({ electorateKind: 'roll' }),
    },
    conversations: { open: await conversation('open'), closed: await conversation('closed') },
    agreements: {
      draft: await agreement('draft'),
      frozen: await agreement('frozen'),
      inForce: await agreement('in-force'),
    },
    orders: {
      rated: await order({ state: 'rated' }),
      accepted: await order({ state: 'accepted', departmentId: 'org-chengguan' }),
      dispatched: await order({ state: 'dispatched' }),
      asked: { id: asked.workOrderId, personId: asked.personId ?? '' },
    },
    feedback: await one(read.feedback.findFirst({ where: { isPublic: true }, select })),
    opportunity: await one(read.opportunity.findFirst({ where: { state: 'published' }, select })),
    volunteer,
    organisations: {
      verified: await one(read.organisation.findFirst({ where: { state: 'verified' }, select })),
      refused: await one(read.organisation.findFirst({ where: { state: 'refused' }, select })),
    },
    comment: await one(
      read.comment.findFirst({ where: { removedAt: null, subjectKind: 'proposal' }, select }),
    ),
    summary: `${summary.subjectKind}/${summary.subjectId}`,
    // Those of the story are decided; the one added just now waits.
    residence: (
      await read.queueItem.findFirstOrThrow({
        where: { kind: 'residence-verification' },
        orderBy: { id: 'desc' },
        select: { subjectId: true },
      })
    ).subjectId,
    target: await one(read.target.findFirst({ select })),
    webhook: await one(read.webhookEndpoint.findFirst({ select })),
    source: await one(read.inboundSource.findFirst({ select })),
    open311Target: await one(read.open311Target.findFirst({ select })),
  };
}
