import type { Row } from '../../domain/table';
import { fisher } from '../../models/fisher';
import { judge } from '../../models/many-at-once';

export const MOST_DRAWN = 15;

/** Each pair against all that could be made: do the orders with the one product hold the other more or less often than the rest do? */
export const judgePairs = (rows: readonly Row[]): void =>
  judge(rows, {
    p: (row) => {
      const [both, one] = [Number(row.orders), Number(row.product_orders)];
      return fisher([both, one], [Number(row.other_orders) - both, Number(row.all_orders) - one]);
    },
  });

/** Whether two products stand together more often than by chance. */
export const isTogether = ({ is_beyond_chance: isBeyond, lift }: Row): boolean =>
  isBeyond === true && Number(lift) > 1;
