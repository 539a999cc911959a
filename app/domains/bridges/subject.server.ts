import type { Context, ReadContext } from '../context';
import { withoutRule } from '../define-subject.server';
import type { SubjectServer } from '../define-subject.server';
import { DomainError } from '../domain-error';
import { ensureReads } from '../ensure-reads';
import { heldInBridges } from './held.server';
import { followMerged } from './inbound/follow-merged.server';
import { fetchPictures } from './open311/fetch-pictures.server';
import { forgetReporters } from './open311/forget-reporters.server';
import { matterOfUpdate } from './open311/said-outside.query.server';
import { bridges } from './subject';
import { followSentOrders } from './targets/follow-orders.server';
import { sendDueOrders } from './targets/send-orders.server';
import { deliverDue } from './webhooks/deliver.server';
import { openLanes } from './webhooks/lanes';
import { tellOutside } from './webhooks/tell-outside.server';
import type { RecurringJob } from '~/platform/jobs/worker.server';

const mostLanes = 16;

function recurring(ctx: Context): Record<string, RecurringJob> {
  const lanes = () => openLanes(mostLanes, (error) => console.error('A lane of a bridge failed', error));
  const [delivering, sending, following] = [lanes(), lanes(), lanes()];
  return {
    'bridges.deliver': { everySeconds: 1, run: () => deliverDue(ctx, delivering) },
    'bridges.send': { everySeconds: 2, run: () => sendDueOrders(ctx, sending) },
    'bridges.follow': { everySeconds: 300, run: () => followSentOrders(ctx, following) },
    'bridges.reporters': { everySeconds: 86_400, isIrreversible: true, run: () => forgetReporters(ctx) },
  };
}

/** Whoever may read what a posted update is about sees its pictures. */
async function ensureReadsUpdate(ctx: ReadContext, id: string): Promise<void> {
  const matter = await matterOfUpdate(ctx, id);
  if (!matter) throw new DomainError('not-found');
  await ensureReads(ctx, matter);
}

export const bridgesServer: SubjectServer = {
  subject: bridges,
  access: {
    'api-key': withoutRule,
    'webhook-endpoint': withoutRule,
    'inbound-source': withoutRule,
    'open311-target': withoutRule,
    'order-import': withoutRule,
  },
  held: heldInBridges,
  jobs: (ctx) => ({
    'bridge.fetch-pictures': (payload) => fetchPictures(ctx, payload),
    'bridge.organisation-changed': (payload) => followMerged(ctx, payload),
    'bridge.tell': (payload) => tellOutside(ctx, payload),
  }),
  jobGroups: [{ kinds: ['bridge.fetch-pictures'], lanes: 2, limitMilliseconds: 180_000 }],
  recurring,
  attachments: { 'external-update': ensureReadsUpdate },
};
