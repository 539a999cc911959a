/** A stream of numbers from 0 to 1 that is the same in each run (mulberry32). */
export function drawnNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const places =
  '东门 西门 南门 北门 中心花园 一号楼 二号楼 菜市场旁 小学门口 公交站 河边 地下车库 社区医院 图书馆 老年活动室'.split(
    ' ',
  );
const acts = '增设 修复 加装 更换 拆除 清理 改造 扩建 安装 规范管理 延长开放 免费开放'.split(' ');
const things =
  '路灯 电梯 健身器材 垃圾分类箱 充电桩 停车位 无障碍坡道 监控摄像头 儿童游乐设施 休息长椅 公共厕所 绿化带 排水管道 电动车棚 宣传栏'.split(
    ' ',
  );
const englishPlaces =
  'Riverside Road, the market hall, the primary school, Station Square, the old harbour, Mill Lane'.split(
    ', ',
  );
const englishThings =
  'street lamps, benches, shade trees, a crossing, bicycle stands, drinking fountains, a playground'.split(
    ', ',
  );

/** Titles of proposals, mostly Chinese, as people write them: many alike, few the same. */
export function drawnTitles(count: number, seed: number): string[] {
  const number = drawnNumbers(seed);
  const one = (list: string[]) => list[Math.floor(number() * list.length)] ?? '';
  return Array.from({ length: count }, (_, index) => {
    const rest = number() < 0.5 ? `${Math.floor(number() * 900)}号` : '';
    if (number() < 0.2)
      return `More ${one(englishThings)} and ${one(englishThings)} at ${one(englishPlaces)} ${index % 97}`;
    return `建议在${one(places)}${rest}${one(acts)}${one(things)}，方便${one(places)}居民${one(acts)}${one(things)}`;
  });
}
