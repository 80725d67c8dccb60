/** At what a column has one value: its customer, its order, or each line. */
export type AttributeLevel = 'customer' | 'order' | 'line';
