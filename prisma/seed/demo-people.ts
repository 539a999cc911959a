const surnames = [...'陈李王张刘周杨黄赵吴徐孙胡朱高林何郭马罗'];
const given = [
  '桂兰',
  '建国',
  '秀英',
  '志强',
  '红梅',
  '德华',
  '淑芬',
  '国庆',
  '晓燕',
  '海涛',
  '玉珍',
  '文斌',
  '春香',
  '永红',
  '雅琴',
  '振华',
  '巧云',
  '立新',
  '慧敏',
  '长江',
];

export interface DemoPerson {
  id: string;
  displayName: string;
  email: string;
  /** Index of the community in which the person lives; null for those who came without a verified residence. */
  community: number | null;
  birthYear: number;
}

/** Sixty residents: twenty in each community, four of them not verified yet. */
export const residents: DemoPerson[] = Array.from({ length: 60 }, (_, index) => ({
  id: `resident-${String(index + 1).padStart(2, '0')}`,
  displayName: `${surnames[index % 20]}${given[(index * 7 + Math.floor(index / 20)) % 20]}`,
  email: `resident${index + 1}@demo.gongzhi.example`,
  community: index % 15 === 14 ? null : index % 3,
  birthYear: 1946 + ((index * 11) % 58),
}));

/** Who signs in by one click on the demo page, with what they do. */
export const officials = [
  {
    id: 'moderator',
    displayName: '崇文街道 李主任',
    email: 'moderator@demo.gongzhi.example',
    roles: ['moderator'],
    area: '421002',
  },
  {
    id: 'administrator',
    displayName: '平台管理员',
    email: 'administrator@demo.gongzhi.example',
    roles: ['administrator', 'moderator'],
    area: '4210',
  },
  {
    id: 'staff',
    displayName: '城管局 张科长',
    email: 'staff@demo.gongzhi.example',
    roles: ['staff'],
    area: '421002',
  },
  {
    id: 'coordinator',
    displayName: '江豚志愿 王协调员',
    email: 'coordinator@demo.gongzhi.example',
    roles: [],
    area: '421002',
  },
  {
    id: 'merchant',
    displayName: '便民超市 赵经理',
    email: 'merchant@demo.gongzhi.example',
    roles: [],
    area: '421002',
  },
  {
    id: 'committee',
    displayName: '便河居委会 周书记',
    email: 'committee@demo.gongzhi.example',
    roles: [],
    area: '421002001001',
  },
  {
    id: 'grid-worker',
    displayName: '便河社区 网格员小陈',
    email: 'grid-worker@demo.gongzhi.example',
    roles: ['staff'],
    area: '421002001001',
  },
] as const;
