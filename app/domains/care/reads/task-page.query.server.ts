import type { PersonActor } from '../../actor';
import type { ReadContext } from '../../context';
import { DomainError } from '../../domain-error';
import { areaTrail } from '../../territory/index.server';
import { taskFacts, needFactColumns } from '../load-need.server';
import { hasOpenLook } from '../needs/look.server';
import {
  isConcerned,
  mayAnswerObjection,
  mayAnswerTask,
  mayAssign,
  mayCancelTask,
  mayGiveBack,
  mayLookAfter,
  mayObject,
  mayOpenPhone,
  mayReadTask,
  mayRecord,
  maySeeTask,
  maySeeTo,
} from '../policy';
import { openNeed, openWords } from '../sealed.server';
import { matchedVolunteers } from '../volunteers/matched.query.server';
import { whoComes } from './shown-people.server';

type AsPerson = ReadContext & { actor: PersonActor };

async function loadTask(ctx: AsPerson, id: string) {
  const row = await ctx.database.read.careTask.findUnique({
    where: { id },
    include: { need: { select: { ...needFactColumns, sealedWords: true } } },
  });
  const task = row && taskFacts({ ...row, need: row.need });
  if (!task || !mayReadTask(ctx.actor, task).allowed) throw new DomainError('not-found');
  return task;
}
type LoadedTask = Awaited<ReturnType<typeof loadTask>>;

/** Those concerned read all of it, the staff while the entry stands open for them, who does it what it takes. */
async function sees(ctx: AsPerson, task: LoadedTask) {
  const { actor } = ctx;
  if (isConcerned(actor, task.need)) return { who: 'concerned', all: true, part: true } as const;
  const part = maySeeTask(actor, task).allowed;
  if (!mayLookAfter(actor, task.need).allowed) return { who: 'doer', all: false, part } as const;
  const all = await hasOpenLook(ctx, task.needId);
  return { who: 'staff', all, part: part || all } as const;
}

function wordsOf(ctx: AsPerson, task: LoadedTask, { all, part }: { all: boolean; part: boolean }) {
  const stated = part ? openNeed(ctx, task.need.sealedWords) : null;
  return {
    called: stated?.called ?? null,
    place: task.kind === 'visit' ? (stated?.place ?? null) : null,
    what: part ? openWords(ctx, task.sealedTask) : '',
    record: all ? openWords(ctx, task.sealedRecord) : '',
    objection: all ? openWords(ctx, task.sealedObjection) : '',
    answer: all ? openWords(ctx, task.sealedAnswer) : '',
  };
}

function mayDoWith({ actor, clock }: AsPerson, task: LoadedTask) {
  const now = clock.now();
  return {
    answer: mayAnswerTask(actor, task, now).allowed,
    giveBack: mayGiveBack(actor, task).allowed,
    see: maySeeTask(actor, task).allowed,
    phone: mayOpenPhone(actor, task, now).allowed,
    record: mayRecord(actor, task, now).allowed,
    cancel: mayCancelTask(actor, task).allowed,
    assign: mayAssign(actor, task).allowed,
    seeTo: maySeeTo(actor, task).allowed,
    object: mayObject(actor, task).allowed,
    answerObjection: mayAnswerObjection(actor, task).allowed,
  };
}

/** One visit or call, as whoever reads it may see it. Throws `not-found` for everybody else. */
export async function taskPage(ctx: AsPerson, id: string) {
  const task = await loadTask(ctx, id);
  const seen = await sees(ctx, task);
  const may = mayDoWith(ctx, task);
  const { kind, startsAt, endsAt, state } = task;
  const comes = await whoComes(ctx, [task]);
  const [community] = (await areaTrail(ctx, task.need.areaId)).slice(-1);
  return {
    task: { id, kind, startsAt, endsAt, state },
    who: seen.who,
    isOpen: seen.all,
    needId: seen.who === 'doer' ? null : task.needId,
    area: community?.name ?? '',
    comes: comes(task),
    words: wordsOf(ctx, task, seen),
    may,
    volunteers: may.assign ? await matchedVolunteers(ctx, task) : [],
  };
}
