import { plural } from '../numbers';
import type { NetOutside } from '../../domain/net';

/** The line between the net of a page and the net of all: what is outside, and why. Amounts are written as money. */
export const net = {
  line: (here: string, outside: string, amounts: number) =>
    plural(amounts, {
      one: `Net: ${here} here; ${outside} is outside.`,
      other: `Net: ${here} here; ${outside} are outside.`,
    }),
  whole: (whole: string) => `All in all ${whole}.`,
  parts: {
    anonymous: (money) => `${money} of buyers who are not known customers`,
    before_first: (money) => `${money} refunded before a first order`,
    no_orders: (money) => `${money} refunded to customers without orders`,
    nobody: (money) => `${money} refunded to unknown buyers`,
    excess: (money) => `${money} refunded beyond what the orders came to`,
    refunds: (money) => `${money} of refunds, which are not taken off`,
    other_types: (money) => `${money} of other kinds of customers`,
    later: (money) => `${money} after the last day that counts`,
    not_here: (money) => `${money} that this page does not count`,
  } satisfies Record<NetOutside, (money: string) => string>,
};
