import type { Field } from '../../domain/choices';
import type { AmountLevel } from '../../domain/mapping';

/** A known export: recognised by its headers, mapped by name. Data, no code. */
export interface Profile {
  id: string;
  /** What a person calls it. */
  name: string;
  /** All of these headers stand in the file (compared folded). */
  fingerprint: string[];
  /** Headers in order of preference; a name that stands first wins. */
  fields: Partial<Record<Field, string[]>>;
  amount_level: AmountLevel;
  amount_from: 'amount' | 'price_times_quantity';
  /** The refund column includes tax and shipping. */
  refund_includes_tax: boolean;
}
