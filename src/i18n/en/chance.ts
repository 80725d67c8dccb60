/** Words of the pages on which rows compete. */
export const chance = {
  compared: (compared: string) =>
    `Beyond chance allows for all ${compared} that are compared (Holm’s correction): where nothing differs, at most one shop in twenty has such a row.`,
  heads: {
    compared: 'Compared',
    p_value: 'p, this row alone',
    p_adjusted: 'p, all compared',
    is_beyond_chance: 'Beyond chance',
  },
  term: {
    word: 'p, all compared',
    means:
      'How often chance alone would set at least one of all the rows compared so far apart. Up to 0.05 a row differs beyond chance.',
  },
};
