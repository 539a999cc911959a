import { box, picture, stroke } from './paint';
import { elder, inWheelchair, person } from './people';
import { blocks, lane, railing, road, stairwell } from './places';
import { bench, bin, car, lamp, manhole, patch, scooter, shelter, tree } from './street-things';
import { chargers, entrance, extinguisher, fitness } from './house-things';
import { street, oldStreet, sideStreet, shopStreet, yard, riverside } from './kinds-of-scenes';
import type { Scene } from './kinds-of-scenes';

/** What it looks like when it has been done. */
export const mendedScenes = {
  'lamp-mended': {
    shows: '修好的路灯亮了',
    draw: () => oldStreet('night', lamp(300, 470), lamp(700, 470), elder(480, 480, { coat: '#7a5a6b' })),
  },
  'rubble-cleared': {
    shows: '装修垃圾清走了，人行道空出来了',
    draw: () => sideStreet('day', person(300, 486, { with: 'broom', coat: '#e2a33c' }), elder(620, 484)),
  },
  'drain-cleared': {
    shows: '下水道疏通了，井盖盖好了',
    draw: () => street('day', manhole(460, 606, false), person(620, 620, { with: 'vest', coat: '#e2a33c' })),
  },
  'pothole-mended': {
    shows: '坑补平了',
    draw: () => oldStreet('day', patch(320, 600, 1.2), patch(660, 660), scooter(830, 600)),
  },
  'breakfast-mended': {
    shows: '早点摊搬进了店里，街面干净了',
    draw: () => shopStreet('day', person(330, 560), elder(520, 566)),
  },
  'ramp-built': {
    shows: '新修的坡道带扶手，轮椅可以上去了',
    draw: () =>
      picture(
        'day',
        blocks('day', 560, 5),
        road('day', 560, false),
        entrance(330, 600, true),
        inWheelchair(720, 590),
      ),
  },
  'charging-shed': {
    shows: '新的充电棚，每个车位都有插座和灭火器',
    draw: () =>
      picture(
        'day',
        blocks('day', 420, 2),
        road('day', 420, false),
        chargers(480, 620, true),
        scooter(230, 620),
        scooter(420, 620, '#2f6f6d'),
        scooter(620, 620, '#5a6f9a'),
        extinguisher(820, 610),
      ),
  },
  'path-lit': {
    shows: '沿江步道装上了路灯和长椅',
    draw: () =>
      riverside(
        'night',
        railing(),
        lamp(180, 690),
        lamp(640, 690),
        bench(430, 650),
        person(560, 680, { coat: '#59617c' }),
      ),
  },
  'new-fitness': {
    shows: '换上的新健身器材',
    draw: () => yard('day', 1, fitness(420, 640, false), tree([830, 520, 1.1]), elder(640, 660)),
  },
  'new-shelter': {
    shows: '新装的候车亭',
    draw: () => sideStreet('day', shelter(440, 486, true), elder(380, 486), person(470, 488)),
  },
  'park-planted': {
    shows: '游园补种了树，有人在树荫下坐着',
    draw: () =>
      yard(
        'day',
        6,
        tree([160, 560, 1.2]),
        tree([800, 570, 1.3], '#6f9a57'),
        tree([560, 500, 0.9]),
        bench(330, 630),
        elder(700, 640),
      ),
  },
  cleared: {
    shows: '清理过的场地',
    draw: () =>
      yard(
        'day',
        3,
        bin([720, 600], '#4a7f5a'),
        bin([820, 600], '#5a6f9a'),
        person(330, 640, { with: 'broom', coat: '#e2a33c' }),
      ),
  },
  'stairs-railed': {
    shows: '楼梯装上了扶手',
    draw: () =>
      picture(
        'day',
        stairwell(),
        stroke('M300 560L900 72M420 610V470M560 500V356M700 380V242M840 270V130', '#2f6f6d', 12),
        elder(330, 640, { scale: 1.2 }),
      ),
  },
  'alley-lit': {
    shows: '后巷装上了路灯',
    draw: () => picture('night', lane('night'), lamp(170, 700), person(490, 640, { coat: '#7a8098' })),
  },
  'river-clean': {
    shows: '清理以后的江边步道',
    draw: () => riverside('day', railing(), bin([760, 650], '#4a7f5a'), elder(420, 670)),
  },
  'corridor-clear': {
    shows: '清理以后的楼道，消防栓露出来了',
    draw: () =>
      picture(
        'day',
        stairwell('#d2cdbd'),
        box([200, 330, 76, 120], '#c7392b') + box([208, 338, 60, 104], '#e6d9c8'),
      ),
  },
  'street-clear': {
    shows: '摊位搬走以后的街道',
    draw: () => shopStreet('day', car([700, 650], '#5a6f9a'), person(300, 500), elder(420, 506)),
  },
} satisfies Record<string, Scene>;
