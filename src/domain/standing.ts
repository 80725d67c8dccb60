/** The ladder of status, from those who buy to those long gone. */
export const STATUSES = ['active', 'not_yet_back', 'at_risk', 'lapsed', 'lost'] as const;
export type Status = (typeof STATUSES)[number];

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
