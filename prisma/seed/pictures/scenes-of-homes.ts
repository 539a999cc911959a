import { box, many, oval, picture, shape, stroke } from './paint';
import { child, elder, inWheelchair, person, seated } from './people';
import { blocks, road, stairwell } from './places';
import { bench, heap, scooter } from './street-things';
import {
  board,
  bookshelf,
  chargers,
  dishes,
  entrance,
  extinguisher,
  firstAid,
  houseDoor,
  table,
} from './house-things';
import { inside } from './kinds-of-scenes';
import type { Scene } from './kinds-of-scenes';

const drip = many(9, (index) =>
  stroke(`M${250 + ((index * 83) % 460)} ${96 + ((index * 47) % 260)}v24`, '#7fa6b8', 7),
);
const stain =
  oval([480, 30, 300, 52], '#b59b6c', { opacity: 0.55 }) +
  oval([420, 26, 170, 30], '#8f7a52', { opacity: 0.5 });

/** In homes and before their doors. */
export const homeScenes = {
  canteen: {
    shows: '社区食堂里，三位老人围着一桌饭菜',
    draw: () =>
      inside(
        seated([330, 560]),
        seated([480, 550], '#7a5a6b', '#d9d6cf'),
        seated([640, 560], '#2f6f6d', '#d9d6cf'),
        table(480, 590, 480),
        dishes(480, 566),
      ),
  },
  stairs: {
    shows: '没有电梯的老楼，楼梯又陡又没有扶手',
    draw: () => picture('day', stairwell(), elder(250, 670, { scale: 1.2 })),
  },
  'reading-room': {
    shows: '孩子们在社区书屋里看书',
    draw: () =>
      inside(
        bookshelf(520, 150),
        seated([250, 570], '#d9793f'),
        seated([400, 570], '#5a8fc0'),
        table(330, 596, 360),
        child(760, 640),
      ),
  },
  'talk-room': {
    shows: '社区活动室里，几位居民围坐着谈事',
    draw: () =>
      inside(
        seated([300, 580]),
        seated([450, 566], '#7a5a6b', '#d9d6cf'),
        seated([600, 566], '#2f6f6d'),
        seated([740, 580], '#c98a2b'),
        table(520, 610, 420),
        board(440, 120, 'notices'),
      ),
  },
  'phone-class': {
    shows: '志愿者一对一教老人用手机',
    draw: () =>
      inside(
        person(360, 640, { coat: '#c7523a', with: 'phone', scale: 1.2 }),
        elder(510, 640, { with: 'phone', scale: 1.2 }),
        elder(690, 650, { coat: '#5a6f9a', with: 'phone', scale: 1.2 }),
      ),
  },
  'first-aid': {
    shows: '值班室墙上的急救箱',
    draw: () => inside(firstAid(560, 260), extinguisher(720, 500), person(320, 640, { scale: 1.2 })),
  },
  'roof-leak': {
    shows: '顶楼天花板渗水，水滴到地上的盆里',
    draw: () =>
      inside(stain, drip, shape('M380 640h200l-24 60H404z', '#5a8fc0'), oval([480, 640, 100, 16], '#bcdcea')),
  },
  visit: {
    shows: '志愿者上门看望独居的老人',
    draw: () =>
      inside(
        seated([600, 580], '#7a5a6b', '#d9d6cf'),
        table(600, 610, 240),
        person(380, 640, { coat: '#c7523a', with: 'vest', scale: 1.15 }),
      ),
  },
  corridor: {
    shows: '楼道里堆满杂物，消防栓被挡住',
    draw: () =>
      picture(
        'day',
        stairwell('#d2cdbd'),
        box([60, 470, 150, 190], '#b98d62') + box([96, 400, 110, 72], '#c9a97a'),
        heap([300, 668, 0.8], 'bags'),
        box([250, 300, 76, 120], '#c7392b') + box([258, 308, 60, 104], '#e6d9c8'),
      ),
  },
  intercom: {
    shows: '单元门的门禁掉了下来，门关不上',
    draw: () =>
      picture('day', box([0, 0, 960, 620], '#d3c3a8'), road('day', 620, false), houseDoor(420, 640, true)),
  },
  ramp: {
    shows: '单元门前只有台阶，坐轮椅的邻居进不去',
    draw: () =>
      picture(
        'day',
        blocks('day', 560, 5),
        road('day', 560, false),
        entrance(430, 600, false),
        inWheelchair(740, 660),
      ),
  },
  'no-lift': {
    shows: '六层的老楼没有电梯，老人在楼下歇着',
    draw: () =>
      picture(
        'day',
        blocks('day', 560, 7),
        road('day', 560, false),
        bench(330, 640),
        elder(450, 650),
        person(560, 650, { with: 'trolley' }),
      ),
  },
  charging: {
    shows: '楼下的电动车，充电线从窗口一根根拉下来',
    draw: () =>
      picture(
        'dusk',
        blocks('dusk', 520, 2),
        road('dusk', 520, false),
        chargers(480, 640, false),
        scooter(230, 650),
        scooter(400, 660, '#2f6f6d'),
        scooter(570, 650, '#c98a2b'),
        scooter(740, 660, '#5a6f9a'),
      ),
  },
} satisfies Record<string, Scene>;
