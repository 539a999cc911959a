import { box, many, oval, picture, stroke } from './paint';
import { child, elder, person } from './people';
import { blocks, road, zebra } from './places';
import { bin, car, cone, heap, hole, lamp, manhole, puddle, scooter, shelter, stall } from './street-things';
import { fridge, scales } from './house-things';
import { street, oldStreet, sideStreet, shopStreet } from './kinds-of-scenes';
import type { Scene } from './kinds-of-scenes';

const umbrellas = { with: 'umbrella' } as const;
const sheet = (x: number, y: number, lean: number) =>
  `<g transform="rotate(${lean} ${x} ${y})">${box([x, y, 190, 66], '#5a6f9a')}${many(3, (index) => box([x + 24 + index * 52, y + 18, 34, 30], '#fff3d6', { rx: 4 }))}</g>`;

/** Of streets and shops. */
export const streetScenes = {
  crossing: {
    shows: '路口车流大，老人和孩子在斑马线边等着过马路',
    draw: () =>
      street(
        'day',
        zebra(360, 494),
        car([170, 640], '#b5533c'),
        car([800, 660], '#5a6f9a'),
        elder(470, 480),
        child(540, 482),
        lamp(900, 440),
      ),
  },
  'school-gate': {
    shows: '放学时校门口停满了电动车，孩子们在车缝里走',
    draw: () =>
      street(
        'day',
        box([330, 250, 300, 170], '#c98a6b') +
          box([390, 290, 180, 130], '#5b626a') +
          box([310, 226, 340, 28], '#a4543f'),
        scooter(160, 600),
        scooter(330, 640, '#2f6f6d'),
        scooter(700, 620, '#5a6f9a'),
        scooter(850, 650, '#c98a2b'),
        child(450, 600),
        child(540, 640, '#5a8fc0'),
        person(620, 590),
      ),
  },
  market: {
    shows: '菜市场通道积水打滑，老人拉着买菜车',
    draw: () =>
      shopStreet(
        'day',
        puddle(360, 640, 1.4),
        stall(190, 560),
        stall(790, 570, { colour: '#2f6f6d' }),
        elder(520, 640, { with: 'trolley' }),
      ),
  },
  barbecue: {
    shows: '夜里的烧烤摊，油烟飘向楼上的窗户',
    draw: () =>
      street(
        'night',
        stall(420, 600, { smoke: true }),
        person(600, 620, { coat: '#8a4a5f' }),
        lamp(820, 440),
      ),
  },
  bins: {
    shows: '垃圾桶满了，垃圾袋堆在路边',
    draw: () =>
      oldStreet(
        'day',
        bin([330, 560], '#4a7f5a', true),
        bin([440, 560], '#5a6f9a'),
        heap([560, 570], 'bags'),
        heap([250, 600, 0.7], 'bags'),
      ),
  },
  flood: {
    shows: '大雨过后街面积水，行人打着伞绕着走',
    draw: () =>
      street(
        'rain',
        puddle(300, 600, 1.5),
        puddle(640, 650, 1.7),
        person(500, 560, umbrellas),
        elder(800, 580, { ...umbrellas }),
      ),
  },
  parking: {
    shows: '夜里院内停满了车，消防通道也被占了',
    draw: () =>
      picture(
        'night',
        blocks('night', 430, 3),
        road('night', 430, false),
        car([190, 560], '#5a6f9a'),
        car([470, 570], '#8a4a5f'),
        car([760, 560], '#4a6f6a'),
        car([330, 690, 1.15], '#7a7f88'),
        car([690, 695, 1.15], '#6b5b4a'),
      ),
  },
  'street-stall': {
    shows: '摊位占了半条街，车子过不去',
    draw: () =>
      shopStreet(
        'day',
        stall(250, 600),
        stall(520, 620, { colour: '#c98a2b' }),
        car([830, 640, 0.9], '#7a7f88'),
        person(390, 650),
      ),
  },
  'shop-signs': {
    shows: '沿街有一块招牌松脱，斜挂在门头上',
    draw: () => shopStreet('day', sheet(390, 196, 14), cone(450, 540), person(700, 560)),
  },
  fridge: {
    shows: '超市门口的爱心冰箱，里面有饮料和水',
    draw: () => shopStreet('day', fridge(430, 560), person(600, 580, { coat: '#e2a33c', with: 'vest' })),
  },
  'clothes-bin': {
    shows: '旧衣回收箱满了，衣服散在地上',
    draw: () =>
      sideStreet(
        'day',
        box([380, 400, 150, 190], '#4a7f5a', { rx: 10 }) + box([404, 430, 102, 26], '#26332b', { rx: 6 }),
        heap([560, 610], 'clothes'),
        heap([340, 620, 0.8], 'clothes'),
      ),
  },
  'bus-stop': {
    shows: '公交站没有候车亭，老人打着伞在雨里等车',
    draw: () =>
      sideStreet(
        'rain',
        shelter(480, 486, false),
        elder(400, 486, { ...umbrellas }),
        person(520, 490, { ...umbrellas, coat: '#8a4a5f' }),
        puddle(640, 620),
      ),
  },
  'bike-lane': {
    shows: '汽车停在非机动车道上，骑车的人只好绕行',
    draw: () =>
      sideStreet(
        'day',
        stroke('M0 560H960', '#f3ead4', 6),
        car([330, 550], '#7a7f88'),
        car([640, 548], '#b5533c'),
        scooter(480, 650, '#2f6f6d'),
      ),
  },
  scales: {
    shows: '摊位上的电子秤和蔬菜',
    draw: () => shopStreet('day', stall(480, 640), scales(480, 556), elder(700, 660, { with: 'trolley' })),
  },
  'repair-stall': {
    shows: '师傅在社区门口支起摊子修伞配钥匙',
    draw: () =>
      shopStreet(
        'day',
        stall(420, 610, { colour: '#5a6f9a', goods: ['#8f8c88', '#c98a2b'] }),
        elder(620, 640, { with: 'umbrella' }),
        person(300, 630),
      ),
  },
  lamp: {
    shows: '路灯不亮，夜里路上一片黑',
    draw: () =>
      oldStreet(
        'night',
        lamp(300, 470, 'broken'),
        lamp(700, 470, 'dark'),
        elder(480, 480, { coat: '#5b4b5f' }),
      ),
  },
  rubble: {
    shows: '人行道上堆着装修垃圾',
    draw: () =>
      sideStreet('day', heap([400, 490, 1.3], 'rubble'), heap([600, 488], 'rubble'), elder(780, 600)),
  },
  drain: {
    shows: '下水道口往外冒水',
    draw: () => street('rain', puddle(460, 610, 1.9), manhole(460, 606, true)),
  },
  pothole: {
    shows: '路面有两个积水的大坑',
    draw: () => oldStreet('day', hole(320, 600, 1.3), hole(660, 650), scooter(830, 600)),
  },
  'breakfast-stall': {
    shows: '早点摊的油烟往楼上飘',
    draw: () =>
      oldStreet(
        'dusk',
        stall(400, 570, { smoke: true, colour: '#c98a2b' }),
        person(570, 590),
        person(660, 580, { coat: '#8a4a5f' }),
      ),
  },
  manhole: {
    shows: '门前的井盖松动，斜在井口上',
    draw: () => street('dusk', manhole(430, 600, true), cone(590, 620), scooter(760, 580)),
  },
  'bus-blocked': {
    shows: '早餐摊占住公交站，乘客站到了马路上',
    draw: () =>
      sideStreet(
        'day',
        shelter(250, 486, true),
        stall(470, 560),
        person(640, 590),
        elder(730, 610),
        car([860, 690], '#5a6f9a'),
      ),
  },
  'garbage-truck': {
    shows: '早上七点半，垃圾清运车停在放学路上',
    draw: () =>
      sideStreet(
        'day',
        box([280, 420, 300, 150], '#4a7f5a', { rx: 8 }) +
          box([580, 470, 110, 100], '#d9d2c4', { rx: 8 }) +
          box([606, 486, 66, 40], '#bcdcea'),
        oval([360, 580, 36, 36], '#2c2f33'),
        oval([620, 580, 36, 36], '#2c2f33'),
        child(790, 500),
        heap([210, 570, 0.7], 'bags'),
      ),
  },
} satisfies Record<string, Scene>;
