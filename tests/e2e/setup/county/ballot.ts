import { execFileSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { goThroughSteps } from '../ballot-steps';
import type { Walker } from '../walker';
import { wordsIn } from '../words';
import type { County } from './county';
import { by, byNavigation, byOwnMenu, look, shows, under } from './going';
import { addressOf, proposalTitle, residents, withoutAccount } from './residents';

const title = '要不要加装六盏路灯';
/** What the record of such a meeting has to say. */
const record = { convener: '青石社区居民委员会', place: '青石社区党群服务中心' };
const minute = 60_000;
const day = 24 * 60 * minute;

/** What a `datetime-local` input takes, by the portal's clock. */
const typed = (instant: Date) => new Date(instant.getTime() + 8 * 60 * minute).toISOString().slice(0, 16);

/** From the list of ballots, by its title. */
async function toBallot(walker: Walker): Promise<void> {
  await byNavigation(walker, '投票');
  await by(walker, title, title);
}

const ballotIs = (walker: Walker, state: string) =>
  shows(async () => {
    await toBallot(walker);
    return walker.page.getByRole('main').innerText();
  }, state);

/** From the proposal in the queue: whoever stands on the roll votes, on paper and through others as well, for the record of a meeting. */
export async function ballotCalled(county: County): Promise<void> {
  const walker = county.of('周敏');
  await byOwnMenu(walker, '待办队列');
  await by(walker, proposalTitle, proposalTitle);
  await by(walker, '发起投票', '投什么');
  const now = county.portal.now().getTime();
  await goThroughSteps(walker, wordsIn('zh-CN'), {
    matter: () => walker.fill({ title, question: '同意在青石路东段加装六盏路灯吗？' }),
    electorate: async () => {
      await walker.choose('electorateKind', 'roll');
      await walker.fill({ entrusted: '1' });
      await walker.page.getByRole('checkbox', { name: '也发放纸质选票' }).check();
      await look(walker, 'ballot-form');
    },
    rule: async () => {
      await walker.choose('standing', 'statutory-record');
      await walker.page.locator('[name=meetingKind]').selectOption('residents');
      await walker.fill({ convener: record.convener, meetingPlace: record.place });
      await look(walker, 'ballot-rule');
    },
    times: () =>
      walker.fill({
        opensAt: typed(new Date(now + 10 * minute)),
        closesAt: typed(new Date(now + 10 * minute + 4 * day)),
      }),
  });
  await look(walker, 'ballot-preview');
  await walker.press('安排投票');
  await under(walker, title);
  await walker.sees('即将开始');
}

/** All but one from a table; the last comes by and is put down by hand. */
export async function rollKept(county: County): Promise<void> {
  const walker = county.of('周敏');
  const [last] = withoutAccount.slice(-1);
  const people = [...residents, ...withoutAccount.slice(0, -1)];
  await by(walker, '选民名册', '选民名册');
  const lines = people.map(({ name, room, born }) => `${name},${addressOf(room)},${born}`);
  await walker.fill({ text: ['姓名,室号,出生年份', ...lines].join('\n') });
  await walker.press('导入');
  await walker.sees(`已导入 ${people.length} 人`);
  await walker.sees(`${residents.length} 人与唯一相符的账号关联`);
  await walker.fill({
    name: last?.name ?? '',
    unit: addressOf(last?.room ?? ''),
    birthYear: last?.born ?? '',
  });
  await walker.fill({ reason: '带户口簿到窗口登记' });
  await walker.press('登记');
  await walker.sees('已登记。');
  await walker.sees(`名册上现有 ${people.length + 1} 人。`);
  await look(walker, 'roll');
}

export async function ballotOpens(county: County): Promise<void> {
  const walker = county.of('陈桂兰');
  county.portal.advance(11 * minute);
  await shows(async () => {
    await byNavigation(walker, '投票');
    return walker.page.locator('main .card', { hasText: title }).innerText();
  }, '投票中');
}

async function marks(walker: Walker, answer: string): Promise<void> {
  await walker.page.getByRole('radio', { name: answer, exact: true }).last().check();
}

/** Three vote for themselves, and one of them for a neighbour who asked for it. */
export async function votes(county: County): Promise<void> {
  for (const [name, answer] of [
    ['陈桂兰', '赞成'],
    ['王建国', '赞成'],
    ['孙大勇', '赞成'],
    ['刘小店', '反对'],
  ] as const) {
    const voter = county.of(name);
    await toBallot(voter);
    if (name === '陈桂兰') await look(voter, 'voting');
    await marks(voter, answer);
    await voter.press('提交投票');
    await voter.sees('回执码');
  }
  await look(county.of('陈桂兰'), 'voted');
}

export async function entrusts(county: County): Promise<void> {
  const [asks, votes] = [county.of('赵秀英'), county.of('孙大勇')];
  await toBallot(asks);
  await by(asks, '委托投票', '委托投票');
  await asks.press('生成委托链接');
  const link = asks.page.getByRole('main').getByRole('link', { name: /\/ballots\/entrusted\// });
  await look(asks, 'entrusting');
  await votes.go((await link.getAttribute('href')) ?? '');
  await under(votes, '赵秀英请您代为投票');
  await votes.press('同意代赵秀英投票');
  await under(votes, '委托投票');
  await marks(votes, '赞成');
  await votes.press('代赵秀英投票');
  await votes.sees('已代赵秀英投票');
  await look(votes, 'entrusted');
}

async function looksUp(walker: Walker, name: string): Promise<void> {
  await walker.page.getByRole('main').locator('input[name=q]').fill(name);
  await walker.page.getByRole('main').locator('input[name=q]').press('Enter');
  await walker.page.locator('main .card', { hasText: name }).waitFor();
}

/** At the counter: one says what to enter, one takes a sheet of paper. */
export async function counterVotes(county: County): Promise<void> {
  const clerk = county.of('李网');
  const [paper, told] = withoutAccount;
  await toBallot(clerk);
  await by(clerk, '窗口代录和发纸质选票', '窗口协助投票');
  await looksUp(clerk, told?.name ?? '');
  await look(clerk, 'counter');
  await clerk.follow('代录投票');
  await clerk.sees(`为 ${told?.name} 代录`);
  await marks(clerk, '反对');
  await clerk.press('录入这一票');
  await clerk.sees('已录入。没有账号的选民这一票不能再改');
  await looksUp(clerk, paper?.name ?? '');
  await clerk.unfold('登记领取纸质选票');
  await clerk.press('登记领取纸质选票');
  await clerk.sees('已登记领取纸质选票。');
}

/** Each of two reads the sheet, and neither sees what the other read. */
export async function sheetsRead(county: County): Promise<void> {
  for (const [name, outcome] of [
    ['李网', '已录入，等第二人录入'],
    ['周敏', '已录入，核对一致'],
  ] as const) {
    const reader = county.of(name);
    await toBallot(reader);
    await by(reader, '录入纸质选票', '录入纸质选票');
    await reader.fill({ number: '1' });
    await marks(reader, '赞成');
    await reader.press('录入这张选票');
    await reader.sees(outcome);
    await look(reader, 'sheets');
  }
}

/** When it is over, somebody says that the box is empty, and it is counted. */
export async function ballotCounted(county: County): Promise<void> {
  const walker = county.of('周敏');
  county.portal.advance(4 * day);
  await ballotIs(walker, '计票中');
  await by(walker, '录入纸质选票', '录入纸质选票');
  await walker.unfold('确认全部录完');
  await walker.press('确认全部录完');
  await walker.sees('已确认，开始计票。');
}

export async function resultRead(county: County): Promise<void> {
  const reader = await county.visitor();
  county.keep('visitor', reader);
  await reader.go('/');
  await ballotIs(reader, '已结束');
  await look(reader, 'result');
  await reader.sees('7 / 8 票');
  await reader.sees('其中委托代投 1 票');
  await reader.sees(`通过：${proposalTitle}`);
  const lines = await reader.page.locator('#record').innerText();
  for (const words of ['居民会议', record.convener, record.place, '应到', '实到', '7 / 8 票'])
    expect(lines).toContain(words);
  await recordVerified(reader);
}

/** On one's own machine, by the command that the page names. */
async function recordVerified(reader: Walker): Promise<void> {
  await reader.unfold('给想核对的人');
  const link = reader.page.getByRole('link', { name: '下载完整记录' });
  const [download] = await Promise.all([reader.page.waitForEvent('download'), link.click()]);
  const file = path.join(os.tmpdir(), `county-record-${process.pid}.json`);
  await download.saveAs(file);
  const said = execFileSync(process.execPath, ['bin/gongzhi.mjs', 'verify', file], { encoding: 'utf8' });
  for (const words of ['7 papers of an electorate of 8', 'Entrusted votes: 1 ', 'The result holds.'])
    expect(said).toContain(words);
}
