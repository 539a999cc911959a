/** What lists of leaked passwords begin with, and their stems: a password that is little more than one is refused. */
export const commonPasswords: readonly string[] = (
  'password passw0rd passwort password1 password123 mypassword newpassword changeme letmein welcome welcome1 ' +
  'iloveyou ilovechina loveyou lovely princess sunshine superman batman spiderman football baseball basketball ' +
  'dragon monkey shadow master mustang michael jennifer jordan hunter hunter2 killer trustno1 starwars pokemon ' +
  'charlie donald freedom whatever computer internet samsung google facebook youtube linkedin myspace apple ' +
  'administrator admin admin123 adminadmin root rootroot toor guest test testtest testing default user username ' +
  'secret login access temp temppass qwerty qwertyuiop qwerty123 qwert asdfghjkl asdfasdf zxcvbnm zxcvbn ' +
  'qazwsx qazwsxedc 1qaz2wsx 1q2w3e 1q2w3e4r 1q2w3e4r5t q1w2e3r4 q1w2e3r4t5 zaq12wsx abc123 abcd1234 a123456 ' +
  'a1b2c3 a1b2c3d4 aa123456 abc123456 123456a 123456abc 123qwe 123abc 1234qwer qwer1234 asd123 asdf1234 zxc123 ' +
  'woaini woaini1314 woaini520 woaini123 5201314 1314520 520520 5211314 7758521 7758258 147258369 123321 ' +
  '1234567890 123456789 12345678 123456 0987654321 987654321 11223344 112233 121212 123123 123123123 111222 ' +
  'iloveyou1 iloveyou2 ilovegod jesus blessed heaven angel angels flower flowers summer winter spring autumn ' +
  'monday friday sunday january december september october november february ' +
  'beijing shanghai guangzhou shenzhen wuhan jingzhou zhongguo china chinese nihao nihaoma tiantian laopo laogong ' +
  'wangyuxuan zhangwei wangwei wangfang liwei lina liuyang zhanglei baobei baobao xiaoxiao mimamima mima zhanghao ' +
  'gongzhi gongzhidemo gonghe shequ citizen government portal xuesheng laoshi yonghu ' +
  'liverpool chelsea arsenal barcelona realmadrid manchester ronaldo messi naruto minecraft fortnite blink182 ' +
  'metallica slipknot nirvana greenday mercedes ferrari porsche yamaha harley cowboys steelers yankees lakers ' +
  'chocolate cookie cheese banana orange pepper ginger tigger buster maggie bailey buddy jessica ashley amanda ' +
  'nicole daniel andrew joshua matthew robert thomas william george elizabeth samantha victoria alexander ' +
  'hello helloworld hello123 hellohello goodluck happy happyday lucky lucky7 money moneymoney business company ' +
  'correcthorsebatterystaple correcthorse opensesame sesame'
).split(' ');
