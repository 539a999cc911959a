import { at, box, lights, many, oval, picture, shape, stroke } from './paint';
import { child, dog, elder, person } from './people';
import { blocks, lane, railing, road } from './places';
import { bench, cone, heap, lamp, puddle, tree } from './street-things';
import { board, fitness, washing } from './house-things';
import { oldStreet, riverside, yard } from './kinds-of-scenes';
import type { Scene } from './kinds-of-scenes';

const flags =
  stroke('M0 210Q480 290 960 200', '#7a5a3c', 4) +
  many(12, (index) =>
    shape(
      `M${index * 80 + 10} ${226 + Math.sin(index / 3.6) * 30}h52l-26 50z`,
      ['#c7523a', '#e2a33c', '#2f6f6d', '#5a6f9a'][index % 4] ?? '#777',
    ),
  );
const bridge =
  shape('M0 300h960v64H0z', '#b6aea0') +
  shape('M60 364h70v220H60zM830 364h70v220h-70z', '#a39b8d') +
  stroke('M0 286h960M0 240h960', '#8a8276', 8) +
  many(16, (index) => stroke(`M${index * 64} 236v64`, '#8a8276', 6));
const cable = stroke('M0 70Q480 130 960 60', '#3a3d40', 4);

/** Of squares, gardens and the river. */
export const outdoorScenes = {
  'dark-path': {
    shows: '傍晚的沿江步道，路灯不亮，散步的人看不清路',
    draw: () =>
      riverside(
        'night',
        railing(),
        lamp(220, 690, 'dark'),
        lamp(700, 690, 'dark'),
        person(450, 670, { coat: '#4b5573' }),
        elder(530, 676, { coat: '#5b4b5f' }),
      ),
  },
  fitness: {
    shows: '广场上的健身器材坏了，用警示带围着',
    draw: () => yard('day', 1, fitness(420, 640, true), tree([830, 520, 1.1]), child(680, 660)),
  },
  'river-rubbish': {
    shows: '江边的步道旁堆着冲上来的垃圾',
    draw: () =>
      riverside(
        'day',
        heap([300, 640, 1.2], 'bags'),
        heap([640, 670], 'bags'),
        person(820, 680, { with: 'broom', coat: '#e2a33c' }),
      ),
  },
  'bare-park': {
    shows: '游园里没有一棵遮阴的树，长椅空着',
    draw: () => yard('day', 6, bench(250, 600), bench(700, 620), shape('M90 560l20 -40l22 40z', '#7d9a63')),
  },
  'sports-day': {
    shows: '空地上孩子们在踢球，上面拉着彩旗',
    draw: () =>
      yard(
        'day',
        4,
        flags,
        child(300, 640),
        child(430, 600, '#5a8fc0'),
        child(640, 660, '#57a868'),
        person(780, 620),
        oval([520, 650, 16, 16], '#fffdf6'),
      ),
  },
  dogs: {
    shows: '小区草坪上有几条没牵绳的狗',
    draw: () =>
      yard('dusk', 2, dog(300, 620), dog(470, 660, '#4b4440'), dog(610, 600, '#d8c6a4'), child(800, 640)),
  },
  'clothes-line': {
    shows: '生锈的晾衣架上挂满了被子',
    draw: () => yard('day', 5, washing(480, 620), tree([110, 540, 0.9])),
  },
  weeds: {
    shows: '绿化带里杂草丛生，还堆着垃圾',
    draw: () =>
      yard(
        'day',
        3,
        heap([240, 640, 1.3], 'weeds'),
        heap([640, 650, 1.5], 'weeds'),
        heap([460, 660, 0.7], 'bags'),
      ),
  },
  'river-path': {
    shows: '江堤上的木护栏断了一截',
    draw: () => riverside('dusk', railing(true), cone(330, 580), person(640, 660), tree([880, 640])),
  },
  plaza: {
    shows: '广场地砖碎裂，雨天积水',
    draw: () =>
      picture(
        'rain',
        blocks('rain', 400, 3),
        box([0, 400, 960, 320], lights.rain.kerb),
        many(18, (index) =>
          stroke(`M${(index * 137) % 900} ${430 + ((index * 71) % 250)}l34 18l-8 26l40 12`, '#6f7478', 4),
        ),
        puddle(540, 610, 1.3),
        bench(200, 520, true),
      ),
  },
  flotsam: {
    shows: '河面上漂着塑料袋和树枝',
    draw: () =>
      riverside(
        'day',
        at(
          [0, -150],
          heap([300, 620], 'weeds') + heap([520, 640, 0.6], 'bags') + heap([700, 610, 0.5], 'bags'),
        ),
        railing(),
      ),
  },
  'dark-alley': {
    shows: '后巷又黑又窄，没有灯',
    draw: () =>
      picture('night', lane('night'), person(490, 640, { coat: '#59617c' }), lamp(170, 700, 'dark')),
  },
  pipe: {
    shows: '后巷的管道破了，污水漫到路上',
    draw: () =>
      picture(
        'day',
        lane('day'),
        stroke('M150 640V300h60', '#7d8487', 26),
        puddle(430, 650, 1.4),
        cone(620, 660),
      ),
  },
  'notice-wall': {
    shows: '街边的墙上挂着一排老照片',
    draw: () =>
      picture(
        'day',
        box([0, 0, 960, 520], '#c9b197'),
        many(20, (index) => stroke(`M${(index * 97) % 940} ${40 + ((index * 61) % 440)}h52`, '#b79f80', 4)),
        road('day', 520, false),
        board(236, 130, 'photos'),
        elder(330, 650),
        child(620, 650),
      ),
  },
  bridge: {
    shows: '过街天桥又旧又暗，孩子们从上面走过',
    draw: () =>
      picture(
        'day',
        blocks('day', 420, 2),
        road('day', 500),
        bridge,
        child(420, 296),
        child(510, 296, '#5a8fc0'),
      ),
  },
  'tree-street': {
    shows: '路边的梧桐枝叶碰到了电线',
    draw: () =>
      oldStreet(
        'day',
        cable,
        tree([220, 470, 1.7], '#7d9a4f'),
        tree([560, 474, 1.6], '#6f9a57'),
        tree([860, 470, 1.7]),
        elder(400, 490),
      ),
  },
} satisfies Record<string, Scene>;
