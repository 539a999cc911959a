/** Under this name the portal keeps when its newest backup was made: `gongzhi doctor` and the administrator's home say where there is none, or an old one. */
export const newestBackup = 'backup.newest';

/** A backup of so many days is an old one. */
export const daysWithoutBackup = 2;
