/** The ladder of status, from those who buy to those long gone. */
export const STATUSES = ['active', 'not_yet_back', 'at_risk', 'lapsed', 'lost'] as const;
export type Status = (typeof STATUSES)[number];

/** Why a shop has no line between silent and gone; or, `few-customers`, why the waits draw it and not the curve. */
export type LapseReason =
  'curve-stays-high' | 'nobody-returns' | 'they-came-back' | 'waits-stay-open' | 'few-customers';

/** How the line between silent and gone was found, and whether the same rule was right about the past. Days; shares 0..1. */
export interface LapseLine {
  found_by: 'curve' | 'percentile' | 'days' | 'none';
  reason?: LapseReason;
  at_risk_days: number | null;
  lapse_days: number | null;
  /** Days by which 80% of all waits between orders have ended: the line that a person can choose instead. */
  p80_days: number | null;
  /** How long an order is waited for. */
  horizon_days: number;
  /** Customers with a silence that was watched for the whole horizon. */
  customers: number;
  /** The longest silence that 30 customers are known of, and the share of them with an order within the horizon. */
  longest_known: { days: number; customers: number; return_rate: number } | null;
  /** The same rule one horizon ago: how many customers it called gone then, and how many of those have ordered since. */
  check: { on: string; lapse_days: number | null; called_gone: number; came_back: number };
}

/** Fewer customers called gone than these cannot judge a line. */
export const FEWEST_CHECKED = 30;
/** If more than this share of the customers it called gone came back, the line was wrong. */
export const MOST_BACK = 0.2;

/** The eleven RFM groups, best first; the letters A to K of a map of squares stand for them in this order. */
export const RFM_GROUPS = [
  'Champions',
  'Loyal',
  'Active',
  'New',
  'Promising',
  'Needs attention',
  'Almost lost',
  'At risk',
  'Previously loyal',
  'Dormant',
  'Prospects',
] as const;
export type RfmGroup = (typeof RFM_GROUPS)[number];
