/** Kind of the action that does all that is safe; editors can run it when a file is saved. */
export const FIX_ALL = 'source.fixAll.unigap';
