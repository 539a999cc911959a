/** Groups are named by letters: numbers would rank them. */
export const groupName = (group: number): string => String.fromCharCode(65 + group);
