export interface DemoProposal {
  title: string;
  category: string;
  /** Index of the community. */
  community: number;
  body: string;
}

/** Forty matters as residents would write them. */
export const proposalTexts: DemoProposal[] = [
  {
    title: '便河西路路口加装行人过街信号灯',
    category: 'roads-traffic',
    community: 0,
    body: '**现在的情况**\n\n早晚高峰车流大，老人和学生过马路靠“抢”。\n\n**我们的建议**\n\n希望安装带倒计时和盲人提示音的行人信号灯，并补画斑马线。',
  },
  {
    title: '文化宫小区加装非机动车充电棚',
    category: 'safety',
    community: 1,
    body: '**现在的情况**\n\n楼道里飞线充电屡禁不止，去年还烧坏过一辆车。\n\n**我们的建议**\n\n建议利用锅炉房旧址建充电棚，配灭火器和监控。',
  },
  {
    title: '杨林堤沿江步道增设路灯和座椅',
    category: 'facilities',
    community: 2,
    body: '**现在的情况**\n\n傍晚散步的人多，但有三百米没有路灯。\n\n**我们的建议**\n\n希望补装太阳能路灯，每隔一百米放一张带靠背的长椅。',
  },
  {
    title: '便河社区老年食堂延长到晚餐',
    category: 'elderly-care',
    community: 0,
    body: '**现在的情况**\n\n独居老人晚上常常凑合吃一口。\n\n**我们的建议**\n\n建议食堂增加晚餐，志愿者给行动不便的老人送餐。',
  },
  {
    title: '文化宫广场健身器材更新',
    category: 'culture-sports',
    community: 1,
    body: '**现在的情况**\n\n广场上的器材坏了一半，孩子玩起来不安全。\n\n**我们的建议**\n\n请更换损坏器材，增加适合老人的低强度器材。',
  },
  {
    title: '杨林堤小学门口设接送缓冲区',
    category: 'children-schools',
    community: 2,
    body: '**现在的情况**\n\n放学时家长的电动车把整条路堵死。\n\n**我们的建议**\n\n建议划出错峰接送区，由家长志愿者轮流值守。',
  },
  {
    title: '便河菜市场地面防滑改造',
    category: 'facilities',
    community: 0,
    body: '**现在的情况**\n\n下雨天地砖又湿又滑，一个月里摔了三位老人。\n\n**我们的建议**\n\n请把主通道换成防滑地砖，并疏通排水沟。',
  },
  {
    title: '老旧楼栋加装扶手和折叠凳',
    category: 'elderly-care',
    community: 1,
    body: '**现在的情况**\n\n没有电梯的六层楼，老人上楼要歇好几次。\n\n**我们的建议**\n\n建议每层加扶手，转角处装折叠凳。',
  },
  {
    title: '江边垃圾清理与护江巡河',
    category: 'environment',
    community: 2,
    body: '**现在的情况**\n\n汛期过后滩涂上留下大量垃圾。\n\n**我们的建议**\n\n建议每月组织一次护江行动，设分类垃圾桶。',
  },
  {
    title: '便河路夜间烧烤油烟治理',
    category: 'environment',
    community: 0,
    body: '**现在的情况**\n\n夏天晚上油烟直接飘进居民家里。\n\n**我们的建议**\n\n希望统一安装油烟净化装置，规定收摊时间。',
  },
  {
    title: '文化宫社区共享书屋',
    category: 'culture-sports',
    community: 1,
    body: '**现在的情况**\n\n孩子放学后没有看书写作业的地方。\n\n**我们的建议**\n\n居委会旁的闲置门面可以改成书屋，由退休教师轮值。',
  },
  {
    title: '杨林堤社区增设分类垃圾投放点',
    category: 'environment',
    community: 2,
    body: '**现在的情况**\n\n垃圾桶满了就堆在路边，夏天味道很大。\n\n**我们的建议**\n\n建议增加两处定时投放点，安排劝导员。',
  },
  {
    title: '中山后街下水道疏通',
    category: 'facilities',
    community: 0,
    body: '**现在的情况**\n\n一下大雨就倒灌，一楼住户苦不堪言。\n\n**我们的建议**\n\n请彻底疏通并更换破损管道。',
  },
  {
    title: '小区无障碍坡道改造',
    category: 'facilities',
    community: 1,
    body: '**现在的情况**\n\n坐轮椅的邻居进不了单元门。\n\n**我们的建议**\n\n请在五栋楼前修建坡道，安装扶手。',
  },
  {
    title: '社区流动车位夜间共享',
    category: 'roads-traffic',
    community: 2,
    body: '**现在的情况**\n\n附近单位夜里车位空着，居民却没处停车。\n\n**我们的建议**\n\n建议与单位签协议，晚七点到早七点对居民开放。',
  },
  {
    title: '便河游园补种遮阴树',
    category: 'greening',
    community: 0,
    body: '**现在的情况**\n\n游园夏天没有树荫，白天几乎没人去。\n\n**我们的建议**\n\n建议补种二十棵樟树和桂花树。',
  },
  {
    title: '文化宫社区心理健康角',
    category: 'health',
    community: 1,
    body: '**现在的情况**\n\n不少家长和青少年有压力却不知道找谁。\n\n**我们的建议**\n\n每周请社工和心理咨询师来坐班半天。',
  },
  {
    title: '杨林堤老人智能手机课堂',
    category: 'elderly-care',
    community: 2,
    body: '**现在的情况**\n\n挂号、缴费都要用手机，很多老人不会。\n\n**我们的建议**\n\n请志愿者一对一教，课程放在上午。',
  },
  {
    title: '便河社区周末亲子运动会',
    category: 'children-schools',
    community: 0,
    body: '**现在的情况**\n\n邻居们见面不相识，孩子缺少户外活动。\n\n**我们的建议**\n\n每季度办一次亲子运动会，商家提供奖品。',
  },
  {
    title: '文化宫路口占道经营规范',
    category: 'commerce',
    community: 1,
    body: '**现在的情况**\n\n摊贩占了半条路，消防车进不来。\n\n**我们的建议**\n\n建议划定便民疏导点，限时经营。',
  },
  {
    title: '杨林堤社区流浪猫狗管理',
    category: 'safety',
    community: 2,
    body: '**现在的情况**\n\n晚上有流浪狗追人，老人小孩都害怕。\n\n**我们的建议**\n\n建议联合动物保护组织绝育和领养。',
  },
  {
    title: '便河社区修缮公共晾衣架',
    category: 'facilities',
    community: 0,
    body: '**现在的情况**\n\n晾衣架锈断了，大家把被子晒在绿化带上。\n\n**我们的建议**\n\n请在空地新装十组不锈钢晾衣架。',
  },
  {
    title: '文化宫社区电梯加装意见征集',
    category: 'housing',
    community: 1,
    body: '**现在的情况**\n\n三栋楼的住户多次商量装电梯，没有结果。\n\n**我们的建议**\n\n希望社区牵头，请专家讲清费用和补贴。',
  },
  {
    title: '杨林堤沿街店招统一整治',
    category: 'commerce',
    community: 2,
    body: '**现在的情况**\n\n部分招牌年久松动，刮风时有坠落危险。\n\n**我们的建议**\n\n请逐一排查，危险的先拆除。',
  },
  {
    title: '便河社区爱心冰箱',
    category: 'other',
    community: 0,
    body: '**现在的情况**\n\n环卫工人夏天喝不到一口凉水。\n\n**我们的建议**\n\n在超市门口放爱心冰箱，居民自愿补充。',
  },
  {
    title: '文化宫社区夜间医疗应急箱',
    category: 'health',
    community: 1,
    body: '**现在的情况**\n\n半夜突发不适，最近的药店已关门。\n\n**我们的建议**\n\n值班室配急救箱和自动体外除颤器，并培训使用。',
  },
  {
    title: '杨林堤社区停车收费公示',
    category: 'housing',
    community: 2,
    body: '**现在的情况**\n\n停车费怎么收、用在哪里没人说得清。\n\n**我们的建议**\n\n请每季度公示收支，接受居民监督。',
  },
  {
    title: '便河后巷增设监控和照明',
    category: 'safety',
    community: 0,
    body: '**现在的情况**\n\n后巷又黑又窄，上月发生过失窃。\n\n**我们的建议**\n\n请补装路灯和两个监控探头。',
  },
  {
    title: '文化宫小区屋顶防水维修',
    category: 'housing',
    community: 1,
    body: '**现在的情况**\n\n顶楼十二户一下雨就漏。\n\n**我们的建议**\n\n建议动用维修资金统一做防水。',
  },
  {
    title: '杨林堤社区儿童过街天桥彩绘',
    category: 'children-schools',
    community: 2,
    body: '**现在的情况**\n\n天桥又旧又暗，孩子们不爱走。\n\n**我们的建议**\n\n请美术老师带孩子们一起彩绘安全标识。',
  },
  {
    title: '便河社区旧衣回收箱规范',
    category: 'environment',
    community: 0,
    body: '**现在的情况**\n\n回收箱满了没人清，旧衣散落一地。\n\n**我们的建议**\n\n请明确运营单位和清运时间，写上联系电话。',
  },
  {
    title: '文化宫社区“小候鸟”暑期托管',
    category: 'children-schools',
    community: 1,
    body: '**现在的情况**\n\n双职工家庭暑假没人看孩子。\n\n**我们的建议**\n\n请大学生志愿者办四周公益托管班。',
  },
  {
    title: '杨林堤公交站增设候车亭',
    category: 'roads-traffic',
    community: 2,
    body: '**现在的情况**\n\n下雨天老人只能站在雨里等车。\n\n**我们的建议**\n\n请加装候车亭和座椅。',
  },
  {
    title: '便河社区议事厅固定开放日',
    category: 'other',
    community: 0,
    body: '**现在的情况**\n\n有事想找人商量，不知道什么时候去。\n\n**我们的建议**\n\n每周三晚上开放，网格员和物业都在。',
  },
  {
    title: '文化宫社区空巢老人结对',
    category: 'elderly-care',
    community: 1,
    body: '**现在的情况**\n\n社区有四十多位独居老人。\n\n**我们的建议**\n\n一户一志愿者，每周至少上门或电话一次。',
  },
  {
    title: '杨林堤绿化带改造口袋公园',
    category: 'greening',
    community: 2,
    body: '**现在的情况**\n\n绿化带杂草丛生，成了垃圾角。\n\n**我们的建议**\n\n建议改成口袋公园，居民认养花坛。',
  },
  {
    title: '便河路非机动车道隔离',
    category: 'roads-traffic',
    community: 0,
    body: '**现在的情况**\n\n汽车经常占用非机动车道。\n\n**我们的建议**\n\n请安装隔离栏，保障骑行安全。',
  },
  {
    title: '文化宫菜场缺斤少两整治',
    category: 'commerce',
    community: 1,
    body: '**现在的情况**\n\n多位居民反映电子秤不准。\n\n**我们的建议**\n\n请设公平秤，公布投诉电话。',
  },
  {
    title: '杨林堤社区消防通道清理',
    category: 'safety',
    community: 2,
    body: '**现在的情况**\n\n楼道堆放杂物，消防通道被占。\n\n**我们的建议**\n\n每月清理一次，并发动楼栋长监督。',
  },
  {
    title: '便河社区廉价维修服务日',
    category: 'other',
    community: 0,
    body: '**现在的情况**\n\n修个伞、配把钥匙要跑很远。\n\n**我们的建议**\n\n每月第一个周六请师傅进社区。',
  },
];
