import { subjectKits } from '../../setup/subject-kits';
import { furnish } from './furnish';
import type { Furniture } from './furnish';
import type { Portal } from './portal';

/** A page to be looked at: where it is, who asks, and for which organisation they act. */
export interface Example {
  at: string;
  as: string | null;
  actingFor?: string;
}

/** The examples of each page, by its address as the routes write it. */
export type Examples = Record<string, Example[]>;

export const by =
  (as: string | null, actingFor?: string) =>
  (...paths: string[]): Example[] =>
    paths.map((at) => ({ at, as, ...(actingFor !== undefined && { actingFor }) }));
const visitor = by(null);
const resident = by('resident5');
const moderator = by('moderator');
const administrator = by('administrator');

const nameOf = (personId: string) => `resident${Number(personId.slice('resident-'.length))}`;

/** Pages of people and of what they say, and of the whole line from a proposal to what was done. */
const pagesOfMatters = (of: Furniture): Examples => {
  const { proposals, ballots, conversations, agreements, orders } = of;
  const draftAuthor = by(`resident${Number(proposals.draft.authorId.slice('resident-'.length))}`);
  const asked = by(nameOf(orders.asked.personId));
  const both = (...paths: string[]) => [...visitor(...paths), ...resident(...paths)];
  const every = (folder: string, ids: Record<string, string>) =>
    Object.values(ids).map((id) => `/${folder}/${id}`);
  return {
    '/proposals': [...visitor('/proposals'), ...resident('/proposals?whose=mine')],
    '/proposals/:id': [
      ...both(
        ...[proposals.gathering, proposals.implementing, proposals.evaluated].map((id) => `/proposals/${id}`),
      ),
      ...moderator(`/proposals/${proposals.review}`),
    ],
    '/proposals/:id/edit': draftAuthor(`/proposals/${proposals.draft.id}/edit`),
    '/proposals/:id/versions': visitor(`/proposals/${proposals.gathering}/versions`),
    '/proposals/new': resident('/proposals/new'),
    '/comments/:id/versions': visitor(`/comments/${of.comment}/versions`),
    '/discussions/:kind/:id/summary': visitor(`/discussions/${of.summary}/summary`),
    '/feedback': [...visitor('/feedback'), ...resident('/feedback?whose=mine')],
    '/feedback/:id': both(`/feedback/${of.feedback}`),
    '/feedback/new': resident('/feedback/new'),
    '/share/:kind/:id': visitor(`/share/feedback/${of.feedback}`, `/share/proposal/${proposals.gathering}`),
    '/conversations': visitor('/conversations'),
    '/conversations/:id': both(...every('conversations', conversations)),
    '/conversations/:id/report': visitor(`/conversations/${conversations.closed}/report`),
    '/conversations/:id/statements': visitor(`/conversations/${conversations.open}/statements`),
    '/conversations/new': moderator('/conversations/new'),
    '/ballots': visitor('/ballots'),
    '/ballots/:id': both(...every('ballots', ballots)),
    '/ballots/:id/count': visitor(`/ballots/${ballots.budget}/count`, `/ballots/${ballots.pointed}/count`),
    '/ballots/:id/counter': moderator(`/ballots/${ballots.onPaper}/counter?q=resident1@demo.gongzhi.example`),
    '/ballots/:id/papers': visitor(`/ballots/${ballots.closed}/papers`),
    '/ballots/:id/roll': moderator(`/ballots/${ballots.onRoll}/roll`),
    '/ballots/:id/sheets': moderator(`/ballots/${ballots.onPaper}/sheets`),
    '/ballots/:id/turnout': visitor(`/ballots/${ballots.closed}/turnout`),
    '/ballots/import': moderator('/ballots/import'),
    '/ballots/new': moderator('/ballots/new'),
    '/volunteering': visitor('/volunteering'),
    ...pagesOfVolunteering(of),
    '/agreements': visitor('/agreements'),
    '/agreements/:id': [
      ...both(...every('agreements', { inForce: agreements.inForce, frozen: agreements.frozen })),
      ...by('coordinator', 'org-jiangtun')(`/agreements/${agreements.draft}`),
    ],
    '/agreements/:id/edit': by('coordinator', 'org-jiangtun')(`/agreements/${agreements.draft}/edit`),
    '/agreements/:id/print': visitor(`/agreements/${agreements.inForce}/print`),
    '/agreements/:id/versions': by('coordinator', 'org-jiangtun')(`/agreements/${agreements.draft}/versions`),
    '/agreements/check': visitor('/agreements/check'),
    '/agreements/subsidies': visitor('/agreements/subsidies'),
    '/agreements/new': by('coordinator', 'org-jiangtun')('/agreements/new'),
    '/work-orders': visitor('/work-orders'),
    '/work-orders/:id': [
      ...both(`/work-orders/${orders.rated}`),
      ...moderator(`/work-orders/${orders.accepted}`, `/work-orders/${orders.dispatched}`),
    ],
    '/work-orders/:id/call-back': asked(`/work-orders/${orders.asked.id}/call-back`),
    '/work-orders/:id/contact': administrator(`/work-orders/${orders.dispatched}/contact`),
    '/work-orders/:id/messages': [
      ...administrator(`/work-orders/${orders.dispatched}/messages`),
      ...asked(`/work-orders/${orders.asked.id}/messages`),
    ],
    '/work-orders/:id/link': administrator(`/work-orders/${orders.dispatched}/link`),
    '/work-orders/deadlines': [
      ...visitor('/work-orders/deadlines'),
      ...administrator('/work-orders/deadlines'),
    ],
    '/work-orders/new': moderator(`/work-orders/new?proposal=${proposals.review}`),
  };
};

const pagesOfVolunteering = ({ opportunity, volunteer: of }: Furniture): Examples => {
  const organiser = by('coordinator', 'org-jiangtun');
  const holder = by(of.person);
  const shift = `/volunteering/shifts/${of.shift}`;
  return {
    '/volunteering/:id': [
      ...visitor(`/volunteering/${opportunity}`),
      ...resident(`/volunteering/${opportunity}`),
      ...organiser(`/volunteering/${opportunity}`),
    ],
    '/volunteering/:id/edit': organiser(`/volunteering/${opportunity}/edit`),
    '/volunteering/calendar': organiser('/volunteering/calendar'),
    '/volunteering/certificates': holder('/volunteering/certificates'),
    '/volunteering/certificates/issued': organiser('/volunteering/certificates/issued'),
    '/volunteering/certificates/:id': holder(`/volunteering/certificates/${of.certificate}`),
    '/volunteering/desk': organiser('/volunteering/desk'),
    '/volunteering/for-you': resident('/volunteering/for-you'),
    '/volunteering/points': [...resident('/volunteering/points'), ...holder('/volunteering/points')],
    '/volunteering/striking-hours': moderator('/volunteering/striking-hours'),
    '/volunteering/mine': [...resident('/volunteering/mine'), ...holder('/volunteering/mine')],
    '/volunteering/new': organiser('/volunteering/new'),
    '/volunteering/shifts/:id': organiser(shift),
    '/volunteering/shifts/:id/check-in': by(of.volunteer)(`${shift}/check-in`),
    '/volunteering/shifts/:id/code': organiser(`${shift}/code`),
    '/volunteering/shifts/:id/print': organiser(`${shift}/print`),
    '/certificates/check': visitor(
      '/certificates/check',
      `/certificates/check?number=${of.number}&code=${of.code}`,
    ),
  };
};

/** The portal's own pages: the whole town, accounts, and the work of those who keep it. */
const pagesOfThePortal = (of: Furniture): Examples => ({
  '/': [...visitor('/'), ...resident('/')],
  '/map': [
    ...visitor('/map', '/map?area=421002001001&kind=work-order&stage=done'),
    ...resident('/map?near=30.3137,112.2499'),
  ],
  '/offline': visitor('/offline', '/offline?from=/proposals'),
  '/search': visitor('/search?q=路灯'),
  '/areas': visitor('/areas'),
  '/areas/:id': visitor('/areas/421002', '/areas/421002001001001'),
  '/areas/:id/names': [...visitor('/areas/421002/names'), ...administrator('/areas/421002/names')],
  '/areas/:id/list': administrator('/areas/421002/list'),
  '/areas/:id/edit': moderator('/areas/421002001001/edit'),
  '/organisations': visitor('/organisations'),
  '/organisations/:id': [
    ...visitor(`/organisations/${of.organisations.verified}`),
    ...resident(`/organisations/${of.organisations.verified}`),
  ],
  '/organisations/:id/edit': by('resident3')(`/organisations/${of.organisations.refused}/edit`),
  '/organisations/departments': administrator('/organisations/departments'),
  '/organisations/:id/merge': administrator(`/organisations/${of.organisations.verified}/merge`),
  '/organisations/new': resident('/organisations/new'),
  '/statistics': visitor('/statistics'),
  '/insights': [
    ...visitor('/insights', '/insights?area=421002&level=community&category=environment'),
    ...moderator('/insights?area=421002&exact=1'),
  ],
  '/areas/census': administrator('/areas/census'),
  '/statistics/exclusions': visitor('/statistics/exclusions'),
  '/statistics/formula': visitor('/statistics/formula'),
  '/statistics/orders': visitor('/statistics/orders?number=satisfaction.numerator'),
  '/data': visitor('/data'),
  '/data/:dataset': visitor('/data/ballots', '/data/work-orders', '/data/areas'),
  '/targets': visitor('/targets'),
  '/targets/:id': visitor(`/targets/${of.target}`),
  '/targets/new': administrator('/targets/new'),
  '/sign-in': visitor('/sign-in'),
  '/second-factor': visitor('/second-factor'),
  '/register': visitor('/register'),
  '/confirm/:token': visitor('/confirm/x'),
  '/register/guardian/:token': visitor('/register/guardian/x'),
  '/forgotten-password': visitor('/forgotten-password'),
  '/reset-password/:token': visitor('/reset-password/x'),
  '/unsubscribe/:token': visitor('/unsubscribe/x'),
  '/demo-sign-in': visitor('/demo-sign-in'),
  '/mailbox': visitor('/mailbox'),
  '/account': resident('/account'),
  '/account/act-for': resident('/account/act-for'),
  '/account/calendar': administrator('/account/calendar'),
  '/account/devices': resident('/account/devices'),
  '/account/data': resident('/account/data'),
  '/account/own-data': resident('/account/own-data'),
  '/account/passkeys': resident('/account/passkeys'),
  '/account/address': resident('/account/address'),
  '/account/password': resident('/account/password'),
  '/account/phone': resident('/account/phone'),
  '/account/residence': resident('/account/residence'),
  '/account/real-name': resident('/account/real-name'),
  '/account/notices': resident('/account/notices'),
  '/inbox': resident('/inbox'),
  '/mine': [...resident('/mine'), ...by(nameOf(of.orders.asked.personId))('/mine')],
  '/services': visitor('/services'),
  '/moderation': moderator('/moderation', '/moderation?kind=feedback'),
  '/moderation/log': visitor('/moderation/log'),
  '/moderation/statistics': visitor('/moderation/statistics'),
  '/moderation/residence/:id': moderator(`/moderation/residence/${of.residence}`),
  '/moderation/recovery-codes': moderator('/moderation/recovery-codes'),
  '/moderation/identities': moderator('/moderation/identities'),
  '/administration': administrator('/administration'),
  '/administration/thresholds': administrator('/administration/thresholds'),
  '/administration/people': administrator('/administration/people?q=陈桂兰'),
  '/moderation/invitations': administrator('/moderation/invitations'),
  '/moderation/invitations/list': administrator('/moderation/invitations/list'),
  '/moderation/sign-in-codes': moderator('/moderation/sign-in-codes'),
  '/sign-in/code': visitor('/sign-in/code', '/sign-in/code?code=ABCD-EFGH-JKMN-PQRS'),
  '/sign-in/phone': visitor('/sign-in/phone'),
  '/moderation/roles': administrator('/moderation/roles'),
  '/responsibilities': [...visitor('/responsibilities'), ...administrator('/responsibilities')],
  '/responsibilities/entry': moderator(
    `/responsibilities/entry?key=${encodeURIComponent('421002:city-management:')}`,
  ),
  '/responsibilities/gaps': moderator('/responsibilities/gaps'),
  '/responsibilities/import': moderator('/responsibilities/import'),
  '/responsibilities/new': moderator('/responsibilities/new'),
  '/workbench': [
    ...administrator('/workbench'),
    ...moderator(`/workbench?queue=work&order=${of.orders.accepted}`),
  ],
  '/workbench/merge/:id': moderator(`/workbench/merge/${of.orders.dispatched}`),
  '/workbench/sheet/:id': moderator(`/workbench/sheet/${of.orders.accepted}`),
  '/workbench/templates': moderator('/workbench/templates'),
  '/bridges/exchange': administrator('/bridges/exchange'),
  '/bridges/inbound': administrator('/bridges/inbound'),
  '/bridges/inbound/:id': administrator(`/bridges/inbound/${of.source}`),
  '/bridges/keys': administrator('/bridges/keys'),
  '/bridges/targets': administrator('/bridges/targets'),
  '/bridges/targets/:id': administrator(`/bridges/targets/${of.open311Target}`),
  '/bridges/webhooks': administrator('/bridges/webhooks'),
  '/bridges/webhooks/:id': administrator(`/bridges/webhooks/${of.webhook}`),
});

/** At least one example of each page, in the states in which it looks another; makes first what is missing for it. */
export async function pageExamples(portal: Portal): Promise<Examples> {
  const of = await furnish(portal);
  const examples = { ...pagesOfMatters(of), ...pagesOfThePortal(of) };
  for (const kit of await subjectKits()) Object.assign(examples, await kit.examples?.(portal));
  return examples;
}
