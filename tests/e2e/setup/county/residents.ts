import { registers } from './county';
import type { County } from './county';
import { by, byNavigation, byOwnMenu, look, under } from './going';

/** Those with an account; the year in which they were born, and where they live. */
export const residents = [
  { name: '陈桂兰', born: '1955', room: '1栋101室' },
  { name: '王建国', born: '1960', room: '1栋102室' },
  { name: '赵秀英', born: '1968', room: '2栋201室' },
  { name: '孙大勇', born: '1975', room: '2栋202室' },
  { name: '刘小店', born: '1982', room: '3栋301室' },
];

/** Those without: they come to the counter. */
export const withoutAccount = [
  { name: '钱有福', born: '1941', room: '3栋302室' },
  { name: '郑来喜', born: '1938', room: '4栋401室' },
  { name: '冯玉珍', born: '1944', room: '4栋402室' },
];

export const addressOf = (room: string) => `青石路8号${room}`;

/** At once, as on the evening after a meeting: nobody waits for another's mail. */
export async function residentsRegister(county: County): Promise<void> {
  await Promise.all(residents.map((resident, at) => residentRegisters(county, resident, at)));
  await look(county.of('陈桂兰'), 'residence-asked');
}

async function residentRegisters(
  county: County,
  { name, born, room }: (typeof residents)[number],
  at: number,
): Promise<void> {
  const email = `resident${at}@county.example`;
  const walker = await registers(county, { name, email, password: `zhu chu ${name}` });
  await by(walker, '去做居住认证', '居住认证');
  await walker.fill({ areaId: '421002001001', address: addressOf(room), birthYear: born });
  await walker.choose('consent', 'yes');
  await walker.press('提交认证');
  await walker.sees('居住认证正在核实中');
}

/** Each by itself, and none before the address was read. */
export async function residencesConfirmed(county: County): Promise<void> {
  const walker = county.of('周敏');
  for (const { name, room } of residents) {
    await byOwnMenu(walker, '待办队列');
    await by(walker, name, name);
    await walker.fill({ purpose: '核对居住申请' });
    await walker.press('查看住址');
    await walker.sees(addressOf(room));
    await walker.fill({ reason: '与户籍信息一致' });
    if (name === '陈桂兰') await look(walker, 'residence-read');
    await walker.press('确认居住');
    await walker.sees('已处理 1 项');
  }
  const resident = county.of('陈桂兰');
  await byOwnMenu(resident, '我的账号');
  await resident.sees('已认证居住在青石社区');
}

const title = '青石路东段加装六盏路灯';

/** Written by one, endorsed by three more, until it has to be reviewed. */
export async function firstProposal(county: County): Promise<void> {
  const writer = county.of('陈桂兰');
  await byNavigation(writer, '提案');
  await by(writer, '写提案', '写提案');
  await writer.fill({ title, body: '东段两百米没有灯，老人夜里不敢出门。请加装六盏路灯。' });
  await writer.fill({ category: 'facilities', areaId: '421002001001', place: '青石路东段' });
  await writer.press('发布');
  await under(writer, title);
  await writer.sees('征集附议');
  await look(writer, 'proposal');
  for (const name of ['王建国', '赵秀英', '孙大勇']) {
    const neighbour = county.of(name);
    await byNavigation(neighbour, '提案');
    await by(neighbour, title, title);
    await neighbour.press('附议');
    await neighbour.sees('已附议，谢谢！');
  }
  await byNavigation(writer, '提案');
  await by(writer, title, title);
  await writer.sees('审议中');
}

export const proposalTitle = title;
