import type { PersonActor } from '../../actor';
import type { ReadContext } from '../../context';
import { DomainError } from '../../domain-error';
import { displayNames } from '../../identity/index.server';
import { areaTrail } from '../../territory/index.server';
import { isLive, isLookedAfter } from '../lifecycle';
import { needFacts } from '../load-need.server';
import { hasOpenLook } from '../needs/look.server';
import { stateFor } from '../state-for';
import {
  isConcerned,
  mayAgree,
  mayAnswerContest,
  mayContest,
  mayCorrect,
  mayDecide,
  mayLook,
  mayLookAfter,
  mayPlan,
  mayReadNeed,
  mayWithdraw,
} from '../policy';
import { reasonsOf } from '../rules/priority';
import { openNeed, openWords } from '../sealed.server';
import { careNeedFields } from '../need-fields';
import { revisionOf } from '../../shown-fields.server';
import { declaredFacts } from './declared-facts.server';
import { whoComes } from './shown-people.server';

type AsPerson = ReadContext & { actor: PersonActor };

const mostTasks = 60;
const mostLooks = 60;

async function loadNeed(ctx: AsPerson, id: string) {
  const row = await ctx.database.read.careNeed.findUnique({
    where: { id },
    include: {
      contests: { orderBy: { createdAt: 'desc' }, take: 10 },
      tasks: { orderBy: { startsAt: 'desc' }, take: mostTasks },
      looks: { orderBy: { at: 'desc' }, take: mostLooks },
    },
  });
  const need = row && needFacts(row);
  if (!need || !mayReadNeed(ctx.actor, need).allowed) throw new DomainError('not-found');
  return need;
}
type LoadedNeed = Awaited<ReturnType<typeof loadNeed>>;

/** Who reads it: those concerned, the staff with or without an open look, the next office. */
async function standingOf(ctx: AsPerson, need: LoadedNeed) {
  if (isConcerned(ctx.actor, need)) return { who: 'concerned', sees: true } as const;
  if (!mayLookAfter(ctx.actor, need).allowed) return { who: 'office', sees: false } as const;
  return { who: 'staff', sees: await hasOpenLook(ctx, need.id) } as const;
}
type Standing = Awaited<ReturnType<typeof standingOf>>;

/** When, by whom and how far is for those concerned and the staff; words only where they stand open. */
async function tasksOf(ctx: AsPerson, need: LoadedNeed, { who, sees }: Standing) {
  if (who === 'office') return [];
  const comes = await whoComes(ctx, need.tasks);
  return need.tasks.map(({ id, kind, startsAt, endsAt, state, objectedAt, answeredAt, ...task }) => ({
    ...{ id, kind, startsAt, endsAt, state, comes: comes(task) },
    record: sees ? openWords(ctx, task.sealedRecord) : '',
    objection: objectedAt === null ? null : answeredAt === null ? ('open' as const) : ('answered' as const),
  }));
}

/** Who has looked, for what: for those concerned. */
async function looksOf(ctx: AsPerson, need: LoadedNeed, { who }: Standing) {
  if (who !== 'concerned') return [];
  const names = await displayNames(
    ctx,
    need.looks.map(({ lookedBy }) => lookedBy),
  );
  return need.looks.map(({ id, at, lookedBy, purpose }) => ({
    ...{ id, at, purpose, by: names[lookedBy] ?? '' },
  }));
}

/** What was said against the order: for those concerned and the next office, and for staff to whom the entry stands open. */
function contestsOf(ctx: AsPerson, need: LoadedNeed, { who, sees }: Standing) {
  if (!sees && who !== 'office') return [];
  return need.contests.map(({ id, state, createdAt, dueAt, answeredAt, ...contest }) => ({
    ...{ id, state, createdAt, dueAt, answeredAt },
    words: openWords(ctx, contest.sealedWords),
    answer: openWords(ctx, contest.sealedAnswer),
  }));
}

function mayDoWith(ctx: AsPerson, need: LoadedNeed) {
  const { actor } = ctx;
  const waiting = need.contests.some(({ openKey }) => openKey !== null);
  return {
    agree: mayAgree(actor, need).allowed,
    correct: mayCorrect(actor, need).allowed,
    withdraw: mayWithdraw(actor, need).allowed,
    look: mayLook(actor, need).allowed,
    accept: mayDecide(actor, need, 'accept').allowed,
    decline: mayDecide(actor, need, 'decline').allowed,
    end: mayDecide(actor, need, 'end').allowed,
    plan: mayPlan(actor, need).allowed,
    contest: mayContest(actor, { ...need, waiting }).allowed,
    answerContest: waiting && mayAnswerContest(actor, need).allowed,
  };
}

/** One entry, as whoever reads it may see it. Throws `not-found` for everybody else. */
export async function needPage(ctx: AsPerson, id: string) {
  const need = await loadNeed(ctx, id);
  const standing = await standingOf(ctx, need);
  const facts = (await declaredFacts(ctx, [need])).get(id);
  const now = ctx.clock.now();
  const state = stateFor(ctx.actor.personId, need);
  const { entitlement, rhythmDays, urgent, until, createdAt, endedAt } = need;
  const trail = await areaTrail(ctx, need.areaId);
  return {
    need: { id, state, entitlement, rhythmDays, urgent, until, createdAt, endedAt },
    area: trail.map(({ name }) => name).join(' › '),
    isLive: isLive(need.state),
    who: standing.who,
    isOwn: need.personId === ctx.actor.personId,
    words: standing.sees ? openNeed(ctx, need.sealedWords) : null,
    reason: standing.who === 'concerned' ? openWords(ctx, need.sealedReason) : '',
    reasons: facts && isLookedAfter(state) ? reasonsOf(facts, now) : [],
    tasks: await tasksOf(ctx, need, standing),
    looks: await looksOf(ctx, need, standing),
    contests: contestsOf(ctx, need, standing),
    may: mayDoWith(ctx, need),
  };
}

/** What those concerned put right, as the form shows it. Throws `not-found` for everybody else. */
export async function needToCorrect(ctx: AsPerson, id: string) {
  const need = await loadNeed(ctx, id);
  const words = openNeed(ctx, need.sealedWords);
  if (!mayCorrect(ctx.actor, need).allowed || !words) throw new DomainError('not-found');
  const fields = careNeedFields({ ...need, words }, ctx.configuration.timeZone);
  return { fields, revision: revisionOf(fields) };
}
