import { actionRoute as page, remixBuild } from './remix-build';
import * as agreementsNew from '~/routes/agreements+/new';
import * as ballotPreview from '~/routes/ballots+/drafts_.$id.preview';
import * as ballotStep from '~/routes/ballots+/drafts_.$id.$step';
import * as ballotsImport from '~/routes/ballots+/import';
import * as ballotsNew from '~/routes/ballots+/new';
import * as inbound from '~/routes/bridges+/inbound';
import * as inboundSource from '~/routes/bridges+/inbound_.$id';
import * as keys from '~/routes/bridges+/keys';
import * as open311Targets from '~/routes/bridges+/targets';
import * as open311Target from '~/routes/bridges+/targets_.$id';
import * as webhooks from '~/routes/bridges+/webhooks';
import * as webhook from '~/routes/bridges+/webhooks_.$id';
import * as conversation from '~/routes/conversations+/$id';
import * as conversationsNew from '~/routes/conversations+/new';
import * as feedbackNew from '~/routes/feedback+/new';
import * as roles from '~/routes/moderation+/roles';
import * as organisationsNew from '~/routes/organisations+/new';
import * as proposal from '~/routes/proposals+/$id';
import * as proposalsNew from '~/routes/proposals+/new';
import * as responsibilitiesNew from '~/routes/responsibilities+/new';
import * as exclusions from '~/routes/statistics+/exclusions';
import * as formula from '~/routes/statistics+/formula';
import * as targetsNew from '~/routes/targets+/new';
import * as opportunity from '~/routes/volunteering+/$id';
import * as opportunitiesNew from '~/routes/volunteering+/new';
import * as workOrdersIntake from '~/routes/work-orders+/intake';
import * as workOrdersNew from '~/routes/work-orders+/new';
import * as workbench from '~/routes/workbench+/index';
import * as templates from '~/routes/workbench+/templates';

/** The pages by whose forms something is made, without their looks. */
export const creatingPages = remixBuild(
  [
    page('agreements/new', agreementsNew),
    page('ballots/drafts/:id/:step', ballotStep),
    page('ballots/drafts/:id/preview', ballotPreview),
    page('ballots/import', ballotsImport),
    page('ballots/new', ballotsNew),
    page('bridges/inbound', inbound),
    page('bridges/inbound/:id', inboundSource),
    page('bridges/keys', keys),
    page('bridges/targets', open311Targets),
    page('bridges/targets/:id', open311Target),
    page('bridges/webhooks', webhooks),
    page('bridges/webhooks/:id', webhook),
    page('conversations/new', conversationsNew),
    page('conversations/:id', conversation),
    page('feedback/new', feedbackNew),
    page('moderation/roles', roles),
    page('organisations/new', organisationsNew),
    page('proposals/new', proposalsNew),
    page('proposals/:id', proposal),
    page('responsibilities/new', responsibilitiesNew),
    page('statistics/exclusions', exclusions),
    page('statistics/formula', formula),
    page('targets/new', targetsNew),
    page('volunteering/new', opportunitiesNew),
    page('volunteering/:id', opportunity),
    page('work-orders/intake', workOrdersIntake),
    page('work-orders/new', workOrdersNew),
    page('workbench', workbench),
    page('workbench/templates', templates),
  ],
  () => new Response(''),
);
