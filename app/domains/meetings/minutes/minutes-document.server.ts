import type { ReadContext } from '../../context';
import type { meetingPage } from '../meeting.query.server';
import { hasKey, textIn } from '~/i18n/catalogue';
import { meetings } from '~/i18n/meetings';
import { punctuationOf } from '~/i18n/punctuation';
import { dayIn } from '~/lib/time/days';
import { wallClockText } from '~/lib/time/local-time';
import { blocksOfMarkdown } from '~/platform/pdf/document-blocks';
import type { Block } from '~/platform/pdf/document-blocks';
import type { WrittenDocument } from '~/platform/pdf/write-pdf.server';
import { paths } from '~/paths';

type Page = Awaited<ReturnType<typeof meetingPage>>;

const wordsIn = (locale: ReadContext['locale']) => textIn(locale, meetings);

interface Words {
  t: ReturnType<typeof wordsIn>;
  semicolon: string;
  timeZone: string;
}

const momentText = (at: Date, timeZone: string) => wallClockText(at, timeZone).slice(0, 16).replace('T', ' ');
const pairs = (rows: readonly (readonly [string, string | null])[]): Block => ({
  kind: 'pairs',
  rows: rows.flatMap(([label, value]) => (value ? [[label, value] as const] : [])),
});

function factBlocks({ meeting, counts }: Page, { t, timeZone }: Words): Block[] {
  const kind = `kind.${meeting.kind}`;
  const until = momentText(meeting.endsAt, timeZone);
  return [
    { kind: 'heading', level: 1, text: meeting.title },
    pairs([
      [t('kind'), hasKey(meetings, kind) ? t(kind) : null],
      [t('when'), `${momentText(meeting.startsAt, timeZone)} ${t('until')} ${until}`],
      [t('place'), meeting.place],
      [t('organiser'), meeting.organisation ?? t('organiser-office')],
      [t('quorum'), counts.invited > 0 ? t('seats-counts', counts) : null],
    ]),
  ];
}

function seatBlocks({ seats }: Page, { t }: Words): Block[] {
  if (seats.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: t('seats-present') },
    ...seats.map(({ organisation, capacity, name, present, representative, substitute }, at): Block => {
      const as = organisation ?? (capacity === '' ? t('guest') : capacity);
      const who = [
        name,
        representative && t('represented-by', { name: representative }),
        substitute && t('substitute-is', { name: substitute }),
        t(present ? 'present' : 'absent'),
      ];
      const text = [as, ...who.filter((word) => word)].join(' · ');
      return { kind: 'item', mark: `${at + 1}.`, text, depth: 0 };
    }),
  ];
}

function decisionBlocks({ decisions }: Page, { t, semicolon, timeZone }: Words): Block[] {
  return [
    { kind: 'heading', level: 2, text: t('decisions') },
    ...(decisions.length === 0 ? [{ kind: 'paragraph' as const, text: t('no-decisions') }] : []),
    ...decisions.flatMap((decision): Block[] => {
      const { number, motion, presentCount: present, votesFor, votesAgainst, abstentions } = decision;
      const counts = { present, for: votesFor, against: votesAgainst, abstentions };
      const result = t(decision.result === 'carried' ? 'result.carried' : 'result.rejected');
      const rule = t(decision.rule === 'two-thirds' ? 'rule.two-thirds' : 'rule.majority');
      return [
        { kind: 'heading', level: 3, text: `${t('decision-number', { number })} · ${result}` },
        { kind: 'paragraph', text: motion },
        pairs([
          [t('motion-rule'), `${rule}${semicolon}${t('votes', counts)}`],
          [t('responsible'), decision.responsible],
          [t('due'), decision.dueAt && dayIn(decision.dueAt, timeZone)],
        ]),
      ];
    }),
  ];
}

function stepBlocks({ steps }: Page, { t, timeZone }: Words): Block[] {
  if (steps.length === 0) return [];
  const count = (label: string, value: number | null, unit = '') =>
    [label, value === null ? null : `${value}${unit}`] as const;
  return [
    { kind: 'heading', level: 2, text: t('steps') },
    ...steps.flatMap(({ name, heldAt, due, present, percent, votesFor, content, later }): Block[] => {
      const key = `step.${name}`;
      return [
        { kind: 'heading', level: 3, text: hasKey(meetings, key) ? t(key) : name },
        pairs([
          [t('step-held'), heldAt ? momentText(heldAt, timeZone) : t('step-open')],
          count(t('step-due'), due),
          count(t('step-present'), present),
          count(t('step-percent'), percent, '%'),
          count(t('step-votes'), votesFor),
          [t('step-content'), content],
          [t('step-recorded'), later && `${later.name} ${momentText(later.at, timeZone)}`],
        ]),
      ];
    }),
  ];
}

/** Published minutes as a document in the reader's language: what their page shows, and by what they are checked. */
export function minutesDocument(ctx: ReadContext, page: Page & { source: string }): WrittenDocument {
  const { semicolon } = punctuationOf(ctx.locale);
  const words = { t: wordsIn(ctx.locale), semicolon, timeZone: ctx.configuration.timeZone };
  const { t } = words;
  const { meeting, source } = page;
  return {
    title: meeting.title,
    language: ctx.locale,
    author: meeting.organisation ?? t('organiser-office'),
    keywords: `gongzhi-minutes:${meeting.id}`,
    footer: `${t('minutes')} ${meeting.id}`,
    createdAt: ctx.clock.now(),
    blocks: [
      ...factBlocks(page, words),
      ...seatBlocks(page, words),
      ...stepBlocks(page, words),
      ...decisionBlocks(page, words),
      { kind: 'heading', level: 2, text: t('minutes') },
      ...blocksOfMarkdown(source),
      pairs([[t('fingerprint'), meeting.contentHash]]),
      {
        kind: 'paragraph',
        small: true,
        text: `${t('fingerprint-hint')} ${ctx.configuration.publicUrl}${paths.meetingMinutes(meeting.id)}`,
      },
    ],
  };
}
