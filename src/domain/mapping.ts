import type { DateOrder, Field, OrderGrain } from './choices';
import type { DateReading, NumberReading, Question } from './evidence';

/** How sure a proposal is, and why, in words. */
export interface FieldProposal {
  field: Field;
  /** 0-based position of the column. */
  position: number;
  column: string;
  confidence: 'sure' | 'likely' | 'guess';
  /** One sentence: "named like an order number, and 18,532 different values repeat over 541,909 rows". */
  reason: string;
}

/** Where an order's amount stands when the order has several rows. */
export type AmountLevel = 'line' | 'order_first_row' | 'order_repeated';

/** What the file seems to mean: the answer to be confirmed on the mapping page. */
export interface MappingProposal {
  /** Id and name of the recognised export, or null. */
  profile: { id: string; name: string } | null;
  fields: FieldProposal[];
  order_grain: OrderGrain;
  amount_level: AmountLevel;
  date_order: DateOrder | null;
  dates: Record<number, DateReading>;
  numbers: Record<number, NumberReading>;
  /** 'amount' where the file has one, else unit price × quantity. */
  amount_from: 'amount' | 'price_times_quantity' | null;
  /** The refund column includes tax and shipping and is taken off pro rata (Shopify). */
  refund_includes_tax: boolean;
  questions: Question[];
}
