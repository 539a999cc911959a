import { expect } from 'vitest';
import type { Walker } from '../walker';
import type { County } from './county';
import { by, byNavigation, byOwnMenu, look, shows, under } from './going';
import { proposalTitle } from './residents';

const words = '路灯采购价比市场高一倍，请公开合同。';
const reason = '没有依据的指责';

async function toProposal(walker: Walker): Promise<void> {
  await byNavigation(walker, '提案');
  await by(walker, proposalTitle, proposalTitle);
}

/** A neighbour reports what another wrote, and the moderator hides it. */
export async function commentHidden(county: County): Promise<void> {
  const [writer, reporter, moderator] = [county.of('刘小店'), county.of('王建国'), county.of('周敏')];
  await toProposal(writer);
  await writer.fill({ body: words });
  await writer.press('发表评论');
  await writer.sees(words);
  await toProposal(reporter);
  const comment = reporter.page.locator('.comment', { hasText: words });
  await comment.locator('summary', { hasText: '举报' }).click();
  await reporter.fill({ ground: 'false' });
  await reporter.press('提交举报');
  await reporter.sees('已收到您的举报');
  await byOwnMenu(moderator, '待办队列');
  const row = moderator.page.locator('.queue-row', { hasText: '举报' });
  await look(moderator, 'reported');
  await row.locator('summary', { hasText: '处理' }).click();
  await row.locator('textarea[name=reason]').fill(reason);
  await moderator.press('举报成立，隐藏');
  await moderator.sees('已处理 1 项');
}

/** Whose words they were is told why, and asks for another look. */
export async function appealed(county: County): Promise<void> {
  const writer = county.of('刘小店');
  await shows(async () => {
    await writer.page.locator('.site-header').getByRole('link', { name: /^消息/ }).click();
    await under(writer, '消息');
    return writer.page.getByRole('main').innerText();
  }, '一条评论已被隐藏');
  await look(writer, 'told-of-hiding');
  await by(writer, '隐藏', proposalTitle);
  await by(writer, '查看理由、申诉', '隐藏决定与申诉');
  await writer.sees(reason);
  await writer.fill({ words: '合同在公示栏里，单价确实高一倍，我附上了编号。' });
  await writer.press('提交申诉');
  await writer.sees('申诉已提交，由另一位审核员处理。');
  await look(writer, 'appealed');
}

/** Not by who hid it: by the level above, where nobody else is. */
export async function appealDecided(county: County): Promise<void> {
  const [first, other, writer] = [county.of('周敏'), county.of('administrator'), county.of('刘小店')];
  await byOwnMenu(first, '待办队列');
  await first.sees('原决定是您作出的，申诉须由另一位审核员处理。');
  expect(await first.page.locator('.queue-row summary').count()).toBe(0);
  await look(first, 'own-decision');
  await byOwnMenu(other, '待办队列');
  const row = other.page.locator('.queue-row', { hasText: '申诉' });
  await row.locator('summary', { hasText: '处理' }).click();
  await row.locator('textarea[name=reason]').fill('有公示材料为据，不是不实信息');
  await other.press('申诉成立，恢复显示');
  await other.sees('已处理 1 项');
  await toProposal(writer);
  await writer.sees(words);
  await writer.go('/');
  await by(writer, '处理公示', '处理公示');
  await writer.sees('有公示材料为据，不是不实信息');
  await look(writer, 'log');
  await under(writer, '处理公示');
}
