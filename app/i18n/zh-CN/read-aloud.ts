export const readAloud = {
  start: '读给我听',
  stop: '停止朗读',
};
