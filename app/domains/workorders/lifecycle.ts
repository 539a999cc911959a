import { defineLifecycle } from '~/lib/lifecycle';

export const workOrderStates = [
  'registered',
  'not-accepted',
  'dispatched',
  'return-asked',
  'returned',
  'accepted',
  'suspended',
  'done',
  'solved',
  'rated',
  'archived',
] as const;
export type WorkOrderState = (typeof workOrderStates)[number];

/** Who takes a step: the coordinator (moderators of the area that has the order), the department, a helper, … */
export type WorkOrderParty = 'moderator' | 'department' | 'helper' | 'called' | 'asker' | 'system';

/** Which clock says by when: the response or the resolution limit, the time of the meeting, or no clock. */
export type StepLimit =
  'response' | 'resolution' | 'working-day' | 'helper-due' | 'meeting' | 'seven-days' | 'none';

export interface WorkOrderRow<Event extends string = string> {
  event: Event;
  /** The field's own word. */
  term: string;
  from: readonly WorkOrderState[];
  /** `same`: recorded and told, while the state stays. */
  to: WorkOrderState | 'same';
  by: readonly WorkOrderParty[];
  requires: readonly string[];
  within: StepLimit;
  /** What anyone sees of it; a request is public, its words are not. */
  shows: 'step' | 'step-and-words' | 'nothing';
}

const rows = <const Event extends string>(list: readonly WorkOrderRow<Event>[]) => list;

/** The life of a work order: who may do what, with what, by when, and what the public sees of it. */
// prettier-ignore
export const workOrderRows = rows([
  { event: 'refuse', term: '不予受理', from: ['registered'], to: 'not-accepted', by: ['moderator'], requires: ['ground', 'words'], within: 'working-day', shows: 'step-and-words' },
  { event: 'dispatch', term: '派单', from: ['registered', 'returned'], to: 'dispatched', by: ['moderator'], requires: ['department'], within: 'working-day', shows: 'step' },
  { event: 'assign', term: '指定', from: ['registered', 'returned'], to: 'dispatched', by: ['moderator'], requires: ['department', 'reason'], within: 'working-day', shows: 'step-and-words' },
  { event: 'reassign', term: '改派', from: ['dispatched', 'return-asked', 'accepted', 'suspended'], to: 'dispatched', by: ['moderator'], requires: ['department', 'reason'], within: 'none', shows: 'step-and-words' },
  { event: 'accept', term: '接单', from: ['dispatched'], to: 'accepted', by: ['department'], requires: [], within: 'response', shows: 'step' },
  { event: 'ask-return', term: '申请退单', from: ['dispatched'], to: 'return-asked', by: ['department'], requires: ['reason'], within: 'response', shows: 'step-and-words' },
  { event: 'grant-return', term: '同意退单', from: ['return-asked'], to: 'returned', by: ['moderator'], requires: [], within: 'working-day', shows: 'step-and-words' },
  { event: 'refuse-return', term: '不同意退单', from: ['return-asked'], to: 'dispatched', by: ['moderator'], requires: ['words'], within: 'working-day', shows: 'step-and-words' },
  { event: 'transfer', term: '转办', from: ['accepted'], to: 'dispatched', by: ['department'], requires: ['department', 'reason'], within: 'resolution', shows: 'step-and-words' },
  { event: 'transfer-up', term: '转办升级', from: ['accepted'], to: 'returned', by: ['department'], requires: ['reason'], within: 'resolution', shows: 'step-and-words' },
  { event: 'add-helper', term: '协办', from: ['accepted'], to: 'same', by: ['department', 'moderator'], requires: ['department', 'task'], within: 'resolution', shows: 'step' },
  { event: 'helper-report', term: '协办反馈', from: ['accepted', 'suspended'], to: 'same', by: ['helper'], requires: ['words'], within: 'helper-due', shows: 'step-and-words' },
  { event: 'ask-extension', term: '申请延期', from: ['accepted'], to: 'same', by: ['department'], requires: ['reason', 'days'], within: 'resolution', shows: 'step-and-words' },
  { event: 'grant-extension', term: '同意延期', from: ['accepted'], to: 'same', by: ['moderator'], requires: [], within: 'working-day', shows: 'step' },
  { event: 'refuse-extension', term: '不同意延期', from: ['accepted'], to: 'same', by: ['moderator'], requires: ['words'], within: 'working-day', shows: 'step-and-words' },
  { event: 'ask-suspension', term: '申请挂起', from: ['accepted'], to: 'same', by: ['department'], requires: ['reason', 'days'], within: 'resolution', shows: 'step-and-words' },
  { event: 'grant-suspension', term: '同意挂起', from: ['accepted'], to: 'suspended', by: ['moderator'], requires: [], within: 'working-day', shows: 'step' },
  { event: 'refuse-suspension', term: '不同意挂起', from: ['accepted'], to: 'same', by: ['moderator'], requires: ['words'], within: 'working-day', shows: 'step-and-words' },
  { event: 'resume', term: '恢复办理', from: ['suspended'], to: 'accepted', by: ['department', 'moderator', 'system'], requires: [], within: 'none', shows: 'step' },
  { event: 'pass-up', term: '上报', from: ['registered', 'returned', 'accepted'], to: 'registered', by: ['moderator', 'department'], requires: ['reason', 'tried'], within: 'none', shows: 'step-and-words' },
  { event: 'delegate', term: '下沉', from: ['registered', 'returned'], to: 'registered', by: ['moderator'], requires: ['area', 'means'], within: 'none', shows: 'step-and-words' },
  { event: 'whistle', term: '吹哨', from: ['registered', 'dispatched', 'returned', 'accepted'], to: 'same', by: ['moderator'], requires: ['departments', 'place', 'time'], within: 'none', shows: 'step-and-words' },
  { event: 'report-in', term: '报到', from: ['registered', 'dispatched', 'return-asked', 'returned', 'accepted', 'suspended'], to: 'same', by: ['called'], requires: [], within: 'meeting', shows: 'step' },
  { event: 'close-whistle', term: '哨声办结', from: ['registered', 'dispatched', 'return-asked', 'returned', 'accepted', 'suspended'], to: 'same', by: ['moderator'], requires: ['words'], within: 'none', shows: 'step-and-words' },
  { event: 'supervise', term: '督办', from: ['registered', 'dispatched', 'return-asked', 'returned', 'accepted', 'suspended'], to: 'same', by: ['moderator', 'system'], requires: ['ground'], within: 'none', shows: 'step' },
  { event: 'merge', term: '并单', from: ['registered', 'dispatched', 'return-asked', 'returned', 'accepted', 'suspended'], to: 'archived', by: ['moderator'], requires: ['order', 'reason'], within: 'none', shows: 'step-and-words' },
  { event: 'split', term: '拆单', from: ['registered', 'dispatched', 'returned', 'accepted'], to: 'same', by: ['moderator'], requires: ['matters', 'reason'], within: 'none', shows: 'step-and-words' },
  { event: 'finish', term: '办结', from: ['accepted'], to: 'done', by: ['department'], requires: ['report'], within: 'resolution', shows: 'step-and-words' },
  { event: 'confirm', term: '回访确认', from: ['done'], to: 'solved', by: ['asker', 'system'], requires: ['call-back'], within: 'seven-days', shows: 'step' },
  { event: 'reopen', term: '再次办理', from: ['done'], to: 'dispatched', by: ['asker', 'system'], requires: ['call-back'], within: 'seven-days', shows: 'step' },
  { event: 'archive-unsolved', term: '未解决归档', from: ['done'], to: 'archived', by: ['asker', 'system'], requires: ['call-back'], within: 'seven-days', shows: 'step' },
  { event: 'rate', term: '评价', from: ['solved'], to: 'rated', by: ['asker', 'system'], requires: ['rating'], within: 'none', shows: 'step' },
  { event: 'archive', term: '归档', from: ['solved', 'rated'], to: 'archived', by: ['moderator'], requires: [], within: 'none', shows: 'step' },
]);
export type WorkOrderEvent = (typeof workOrderRows)[number]['event'];

/** The table as a state machine: a row that keeps the state stands once for each state. */
export const workOrderLifecycle = defineLifecycle<WorkOrderState, WorkOrderEvent>({
  initial: 'registered',
  states: workOrderStates,
  transitions: workOrderRows.flatMap((row) =>
    row.to === 'same'
      ? row.from.map((state) => ({ ...row, from: [state], to: state }))
      : [{ ...row, to: row.to }],
  ),
});

/** What a department asks of its coordinator: a return, more time, or to let the clock stand. */
export const requestLifecycle = defineLifecycle({
  initial: 'open',
  states: ['open', 'granted', 'refused', 'withdrawn'],
  transitions: [
    { from: ['open'], event: 'grant', to: 'granted', by: ['moderator'] },
    { from: ['open'], event: 'refuse', to: 'refused', by: ['moderator'], requires: ['words'] },
    {
      from: ['open'],
      event: 'withdraw',
      to: 'withdrawn',
      by: ['system'],
      requires: ['the department has the order no longer'],
    },
  ],
});

/** States in which the order waits for someone to act on the matter itself. */
export const openStates = [
  'registered',
  'dispatched',
  'return-asked',
  'returned',
  'accepted',
  'suspended',
] as const satisfies readonly WorkOrderState[];

/** 不予受理: the grounds on which a matter is not accepted. Source: 北京市接诉即办工作条例 Art 11. */
export const refusalGrounds = [
  'emergency',
  'in-court',
  'petition',
  'repeated',
  'out-of-remit',
  'secret',
  'unlawful',
] as const;
export type RefusalGround = (typeof refusalGrounds)[number];

/** 督办 starts on these. Source: 潍坊市 12345 条例 Art 26. */
export const supervisionGrounds = ['refusal', 'overdue', 'should-be-solved', 'wide-harm'] as const;
export type SupervisionGround = (typeof supervisionGrounds)[number];

/** Returns and transfers after which the coordinator of the level above has the order. */
export const mostHandovers = 2;
/** Days after which those who did not answer the call-back are counted as silent. */
export const silentAfterDays = 7;
/** Calls in vain that are written down in a round: more than twice a day while the question is open. */
export const mostTries = 15;
/** Of calls in vain within so many minutes one is written down: it is a second tap, or a colleague's. */
export const sameTryMinutes = 10;
