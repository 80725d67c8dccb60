/** Names of tiers, shared by their page and that of a customer. */
export const tiers = {
  names: { gold: 'Gold', silver: 'Silver', bronze: 'Bronze', none: 'No tier' } as Record<string, string>,
  since: (tier: string, on: string) => `${tier} since ${on}`,
  never: 'No tier so far',
  changes: (steps: string) => `Tiers by the net of 12 months: ${steps}.`,
  latest: (steps: string) => `Tiers by the net of 12 months, the latest changes: ${steps}.`,
  next: (tier: string, on: string) => `Without another order: ${tier} from ${on}.`,
  step: (tier: string, on: string) => `${tier} from ${on}`,
};
