import { count, plural } from '../numbers';

/** Words of the first page. */
export const first = {
  title: 'Know your regulars',
  lead: [
    'Drop the sales file that your shop exports: you see who came back, when, and what they bring.',
    'Every number shows how it was counted, down to the rows of your file.',
    'The file is read here, in this browser; nothing leaves this computer.',
  ],
  noFile: 'No file at hand?',
  sample: 'Open the sample shop',
  sampleMeans: 'An invented coffee shop: 40,000 order lines over four years.',
  reopening: 'Opening the file kept in this browser',
  picturesTitle: 'What you will see: three pictures from the sample shop',
  /** Under the three small pictures; figures come formatted. */
  sketches: {
    back: (best: string, bestQuarter: string, least: string, leastQuarter: string) =>
      `Who came back: ${best} of those who first bought in ${bestQuarter} ordered again in the next quarter, and ${least} of the crowd of ${leastQuarter}.`,
    bring: (first: string, year: string) =>
      `What they bring: a new customer spends ${first} in the first month, and ${year} by the end of the twelfth after it.`,
    begin: (best: string, bestProduct: string, least: string, leastProduct: string) =>
      `What keeps them: ${best} of those who began with ${bestProduct} were back within six months; with ${leastProduct}, ${least}.`,
    quarterHead: 'First order',
    laterHead: (n: number) => plural(n, { one: '+1 quarter', other: `+${count(n)} quarters` }),
    percent: '% of these customers who ordered again',
    percentWithin: '% back within six months, by a product of the first order',
    perCustomer: 'net per customer so far, in €',
    firstMonth: 'first month',
    monthTwelve: 'month 12',
  },
};
