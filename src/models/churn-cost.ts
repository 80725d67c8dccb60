/**
 * What a year's lost customers cost, as the articles for shop owners reckon it: customers × share lost × what one brings a year, × margin.
 * @param share 0..1
 * @param net of one customer a year, in the currency's units
 * @param margin 0..1
 * @example churnCost(5000, 0.05, 8000, 0.1) → { lost: 250, net: 2_000_000, margin: 200_000 }
 */
export function churnCost(customers: number, share: number, net: number, margin: number) {
  const lost = customers * share;
  return { lost, net: lost * net, margin: lost * net * margin };
}
