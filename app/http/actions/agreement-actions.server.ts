import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import type { PersonContext } from '../actor.server';
import { flash, readForm, runAction, runForm } from '../forms/forms.server';
import { readNamedUploads } from '../forms/uploads.server';
import { assentToStep, takeAssentBack } from '~/domains/agreements/living/assent-to-step.server';
import {
  attachFiles,
  largestAttachment,
  mostAttachments,
  removeFile,
} from '~/domains/agreements/drafting/attach-files.server';
import { answerClauseNote } from '~/domains/agreements/drafting/answer-proposal.server';
import { noteClause } from '~/domains/agreements/drafting/clause-notes.server';
import { setDraftingRights } from '~/domains/agreements/drafting/set-drafting-rights.server';
import { freezeAgreement } from '~/domains/agreements/signing/freeze-agreement.server';
import { giveNotice } from '~/domains/agreements/living/give-notice.server';
import {
  acceptObligation,
  noteBreach,
  refuseObligation,
  releaseAmount,
  reportObligation,
  writeOffAmount,
} from '~/domains/agreements/living/obligations.server';
import { noteReading } from '~/domains/agreements/signing/record-act.server';
import { remakeDocument } from '~/domains/agreements/documents/remake-document.server';
import * as schemas from '~/domains/agreements/schema';
import { requestSigningCode, signAgreement } from '~/domains/agreements/signing/sign-agreement.server';
import { takeUpAgreement } from '~/domains/agreements/drafting/take-up-agreement.server';
import {
  declineAgreement,
  thawAgreement,
  withdrawAgreement,
} from '~/domains/agreements/signing/undo-freezing.server';
import { agreements } from '~/i18n/agreements';
import { textIn } from '~/i18n/catalogue';
import { paths } from '~/paths';

interface Asked {
  ctx: PersonContext;
  id: string;
  intent: string;
}

type Answer = Promise<unknown>;

const nothing = z.object({});

type Words = Parameters<ReturnType<typeof words>>[0];
const words = (locale: PersonContext['locale']) => textIn(locale, agreements);

/** What the cases below share: where they lead, and how a form is run. */
function toolsOf(args: ActionFunctionArgs, { ctx, id }: Asked) {
  const t = words(ctx.locale);
  const to = async (path: string, message: Words) =>
    redirect(path, { headers: { 'Set-Cookie': await flash(args, t(message)) } });
  const back = (message: Words) => () => to(paths.agreement(id), message);
  const run = <Schema extends z.ZodType>(
    schema: Schema,
    act: (input: z.output<Schema>) => Answer,
    message: Words,
  ) => runForm(args, schema, (input) => act(input).then(back(message)));
  return { to, back, run, device: args.request.headers.get('User-Agent') ?? '' };
}

/** By intent, what the forms of an agreement's page do; null for an intent that is not of these. */
export async function agreementAction(args: ActionFunctionArgs, asked: Asked) {
  const { intent } = asked;
  if (textIntents.includes(intent)) return textAction(args, asked);
  if (signingIntents.includes(intent)) return signingAction(args, asked);
  return obligationAction(args, asked);
}

const textIntents = [
  'freeze',
  'thaw',
  'withdraw',
  'decline',
  'continue',
  'note',
  'answer-note',
  'rights',
  'files',
  'remove-file',
];

async function textAction(args: ActionFunctionArgs, asked: Asked) {
  const { ctx, id, intent } = asked;
  const { to, run } = toolsOf(args, asked);
  switch (intent) {
    case 'freeze':
      return run(schemas.freezeSchema, ({ revision }) => freezeAgreement(ctx, id, revision), 'flash-frozen');
    case 'thaw':
      return run(nothing, () => thawAgreement(ctx, id), 'flash-thawed');
    case 'withdraw':
      return run(schemas.reasonSchema, ({ reason }) => withdrawAgreement(ctx, id, reason), 'flash-withdrawn');
    case 'decline':
      return run(schemas.reasonSchema, ({ reason }) => declineAgreement(ctx, id, reason), 'flash-declined');
    case 'continue':
      return runForm(args, schemas.continueSchema, ({ as }) =>
        takeUpAgreement(ctx, id, as).then((made) => to(paths.agreement(made), 'flash-continued')),
      );
    case 'note':
      return run(schemas.noteSchema, (input) => noteClause(ctx, id, input), 'flash-noted');
    case 'answer-note':
      return run(
        schemas.answerNoteSchema,
        (input) => answerClauseNote(ctx, id, input),
        'flash-note-answered',
      );
    case 'rights':
      return run(schemas.rightsSchema, (input) => setDraftingRights(ctx, id, input), 'flash-rights');
    case 'files':
      return addFiles(args, asked);
    case 'remove-file':
      return run(
        z.object({ fileId: z.string().max(26) }),
        ({ fileId }) => removeFile(ctx, id, fileId),
        'flash-files',
      );
    default:
      return null;
  }
}

const signingIntents = [
  'read',
  'code',
  'sign',
  'sign-passkey',
  'document',
  'assent',
  'assent-back',
  'notice',
];

async function signingAction(args: ActionFunctionArgs, asked: Asked) {
  const { ctx, id, intent } = asked;
  const { to, back, run, device } = toolsOf(args, asked);
  switch (intent) {
    case 'read':
      return run(nothing, () => noteReading(ctx, id, { act: 'read', device }), 'flash-read');
    case 'code':
      return runForm(args, nothing, async () => {
        await args.context.attempts.mail(ctx.actor.personId);
        await requestSigningCode(ctx, id);
        return to(`${paths.agreement(id)}#sign`, 'flash-code');
      });
    case 'sign':
      return runForm(args, schemas.signSchema, ({ password, code, contentHash, name }) => {
        const proof = { kind: 'password-and-code' as const, password, code };
        const sign = () => signAgreement(ctx, id, { contentHash, name, device, proof });
        return args.context.attempts.guess(ctx.actor.personId, sign).then(back('flash-signed'));
      });
    case 'sign-passkey':
      return runForm(args, schemas.signByPasskeySchema, ({ credential, contentHash, name }) => {
        const proof = { kind: 'passkey' as const, credential };
        const sign = () => signAgreement(ctx, id, { contentHash, name, device, proof });
        return args.context.attempts.guess(ctx.actor.personId, sign).then(back('flash-signed'));
      });
    case 'document':
      return run(nothing, () => remakeDocument(ctx, id), 'flash-document');
    case 'assent':
      return run(schemas.assentSchema, (input) => assentToStep(ctx, id, input), 'flash-assented');
    case 'assent-back':
      return run(schemas.takeBackSchema, ({ what }) => takeAssentBack(ctx, id, what), 'flash-assent-back');
    case 'notice':
      return run(schemas.noticeSchema, (input) => giveNotice(ctx, id, input), 'flash-notice');
    default:
      return null;
  }
}

const filesOf = async (args: ActionFunctionArgs) =>
  readNamedUploads(await readForm(args.request), 'files', {
    mostFiles: mostAttachments,
    mostBytes: largestAttachment,
  });

async function obligationAction(args: ActionFunctionArgs, asked: Asked) {
  const { ctx, intent } = asked;
  const { run } = toolsOf(args, asked);
  switch (intent) {
    case 'meet':
      return run(
        schemas.reportSchema,
        async ({ obligationId, report }) =>
          reportObligation(ctx, obligationId, { report, files: await filesOf(args) }),
        'flash-met',
      );
    case 'accept':
      return run(
        schemas.obligationSchema,
        ({ obligationId }) => acceptObligation(ctx, obligationId),
        'flash-accepted',
      );
    case 'refuse':
      return run(
        schemas.refuseSchema,
        ({ obligationId, reason }) => refuseObligation(ctx, obligationId, reason),
        'flash-refused',
      );
    case 'breach':
      return run(
        schemas.breachSchema,
        ({ obligationId, ...input }) => noteBreach(ctx, obligationId, input),
        'flash-breach',
      );
    default:
      return moneyAction(asked, run);
  }
}

/** What was owed for a promise that was kept: paid, or no longer waited for. */
function moneyAction({ ctx, intent }: Asked, run: ReturnType<typeof toolsOf>['run']) {
  switch (intent) {
    case 'release':
      return run(
        schemas.obligationSchema,
        ({ obligationId }) => releaseAmount(ctx, obligationId),
        'flash-released',
      );
    case 'write-off':
      return run(
        schemas.refuseSchema,
        ({ obligationId, reason }) => writeOffAmount(ctx, obligationId, reason),
        'flash-written-off',
      );
    default:
      return null;
  }
}

async function addFiles(args: ActionFunctionArgs, asked: Asked) {
  const { ctx, id } = asked;
  return runAction(args, async () => {
    await attachFiles(ctx, id, await filesOf(args));
    return toolsOf(args, asked).to(paths.agreement(id), 'flash-files');
  });
}
