/** What must never be seen outside: a word in every text column, and the whole part of every amount. */
export const CANARY = /canary|73519/i;

const day = (n: number) => new Date(Date.UTC(2021, 0, 1 + n)).toISOString().slice(0, 10);

/** A sales file with a canary in every column; each of its customers buys every 45 days. */
export function canaryFile(orders = 400, customers = 60): { name: string; text: string } {
  const head =
    'order_id,order_date,customer_id,email,phone,customer_name,product,category,country,channel,discount_code,amount,note';
  const rows = Array.from({ length: orders }, (_, i) => {
    const who = i % customers;
    return [
      `CANARY-${1000 + i}`,
      day(Math.floor(i * 0.75)),
      `canary-customer-${who}`,
      `canary${who}@canary.example`,
      `+49 151 73519${100 + who}`,
      `Canary Name ${who}`,
      `canary tea ${i % 7}`,
      `canary drinks`,
      `Canary Islands ${i % 3}`,
      `canary web ${i % 2}`,
      i % 4 ? '' : 'CANARY10',
      `73519.${String(i % 100).padStart(2, '0')}`,
      `canary note ${i}`,
    ].join(',');
  });
  return { name: 'canary-orders.csv', text: [head, ...rows].join('\n') + '\n' };
}
