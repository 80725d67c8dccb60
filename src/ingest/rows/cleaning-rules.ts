import type { RuleAction } from '../../domain/choices';
import type { RuleId } from '../../domain/said/rules';

/** What is done with rows of one kind: data that the import page shows, counts and lets a person change. */
export interface CleaningRule {
  id: RuleId;
  allowed: RuleAction[];
  default: RuleAction;
}

export const CLEANING_RULES: CleaningRule[] = [
  {
    id: 'cancelled_document',
    allowed: ['refund', 'drop', 'keep'],
    default: 'refund',
  },
  {
    id: 'refund_row',
    allowed: ['refund', 'drop'],
    default: 'refund',
  },
  {
    id: 'overlap',
    allowed: ['drop', 'keep'],
    default: 'drop',
  },
  {
    id: 'other_row',
    allowed: ['drop'],
    default: 'drop',
  },
  {
    id: 'gift_card',
    allowed: ['drop', 'keep'],
    default: 'drop',
  },
  {
    id: 'total_row',
    allowed: ['drop'],
    default: 'drop',
  },
  {
    id: 'heading_row',
    allowed: ['drop'],
    default: 'drop',
  },
  {
    id: 'cancelled_line',
    allowed: ['drop'],
    default: 'drop',
  },
  {
    id: 'negative_quantity',
    allowed: ['refund', 'drop', 'keep'],
    default: 'refund',
  },
  {
    id: 'negative_amount',
    allowed: ['refund', 'drop', 'keep'],
    default: 'refund',
  },
  {
    id: 'zero_price',
    allowed: ['drop', 'keep'],
    default: 'drop',
  },
  {
    id: 'no_customer',
    allowed: ['keep', 'drop'],
    default: 'keep',
  },
  {
    id: 'walk_in',
    allowed: ['drop', 'keep'],
    default: 'drop',
  },
  {
    id: 'exact_duplicate',
    allowed: ['keep', 'drop'],
    default: 'keep',
  },
  {
    id: 'id_wrapper',
    allowed: ['drop', 'keep'],
    default: 'drop',
  },
  {
    id: 'sentinel_date',
    allowed: ['drop', 'keep'],
    default: 'drop',
  },
  {
    id: 'unreadable_date',
    allowed: ['drop'],
    default: 'drop',
  },
  {
    id: 'unreadable_amount',
    allowed: ['drop'],
    default: 'drop',
  },
  {
    id: 'future_date',
    allowed: ['drop'],
    default: 'drop',
  },
  {
    id: 'blank_row',
    allowed: ['drop'],
    default: 'drop',
  },
];

/** How a document that cancels another one is recognised: by its number, where its amounts are negative. */
export interface DocumentMark {
  /** Regular expression on the order id, in the dialect that JavaScript and DuckDB share. */
  pattern: string;
  needs_negative: boolean;
}

export const documentMark: DocumentMark = {
  pattern: '^[Cc][0-9]+$',
  needs_negative: true,
};
