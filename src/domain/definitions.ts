/**
 * Version of the definitions by which figures are counted (“How we count”). Raised where the same file comes to another figure; what was kept
 * under an earlier one says which of its figures have changed (`warehouse/lists/earlier_readings.sql`).
 *
 * 1: as of the last order; the lapse line by silences; the cash view holds orders that count. 2: as of the last order before a hole; the line by
 * customers, checked on the past; the cash view holds all that was paid.
 */
export const DEFINITIONS = 2;
