#!/usr/bin/env bash
# cron-chinese 1.2.3: "at nine on Sundays" is 每周undefined09:00, and Friday to Sunday is
# 每周五~周undefined09:00.
#
# Expected: 每周日09:00. crontab(5): day of week 0-7, "0 or 7 is Sunday", so that a range to the
#   end of the week can be written, as 5-7. The README shows ranges, steps and names of days
#   in its examples and says that the package turns cron into Chinese.
# Seen: 7 is let through as a day, and the seven names of days have no eighth; what is put into
#   the text is the word undefined. No error. With 0 and SUN it is 日, and a range across
#   the week's end (6-1) is right, too.
# Second opinions, run below: cronstrue 3.3.0 in Chinese, and cron-parser 5.10.5, for which the
#   next day is a Sunday.
# Source: found by reading the texts of thirty expressions, then run here.
# Our field: when reminders go out is set as cron and told in words to those who may change it; a
#   public page says "undefined" just for the weekend, when most people are off.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  cron-chinese@1.2.3 cronstrue@3.3.0 cron-parser@5.10.5

cat >look.cjs <<'JS'
const { humanizeCronInChinese } = require('cron-chinese');
const { CronExpressionParser } = require('cron-parser');
const cronstrue = require('cronstrue/i18n');

const lastDay = (expression) => {
  const dates = CronExpressionParser.parse(expression, { currentDate: '2026-11-02T00:00:00Z', tz: 'UTC' });
  const days = Array.from({ length: 7 }, () => dates.next().toDate().getUTCDay());
  return days.includes(0);
};
let asDescribed = true;
for (const [expression, expected, described] of [
  ['0 9 * * 7', '每周日09:00', '每周undefined09:00'],
  ['0 9 * * 5-7', '每周五~周日09:00', '每周五~周undefined09:00'],
  ['0 9 * * 0', '每周日09:00', '每周日09:00'],
  ['0 9 * * SUN', '每周日09:00', '每周日09:00'],
]) {
  const seen = humanizeCronInChinese(expression);
  const other = cronstrue.toString(expression, { locale: 'zh_CN' });
  console.log(`${expression}: expected ${expected} (cronstrue: ${other}; on Sundays by cron-parser: ${lastDay(expression)}), seen ${seen}`);
  asDescribed &&= lastDay(expression) && other.includes('日') && !other.includes('undefined') && seen === described;
}
process.exit(asDescribed ? 0 : 1);
JS
node look.cjs
