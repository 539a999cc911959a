/** Days after a ballot is over for which its roll is kept, for whoever objects: then names and places are removed. */
export const rollKeptDays = 90;
