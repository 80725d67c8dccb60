/** How we count, in words: what every table, page and export shares. */
export const counting = [
  {
    title: 'Rows, orders, customers',
    sentences: [
      'A row of the file is a line of an order, or an order. Rows with one order number are one order.',
      'An order counts when it was not cancelled, is worth more than nothing and was not refunded in full. Each of these can be switched.',
      'A customer is identified by the customer number, or if there is none by the e-mail or the phone; by the name only if you say so. Orders by unknown buyers stay in the revenue, outside every customer figure.',
      'A till that books its walk-ins on one “customer” is proposed as nobody: else it would be the best regular of all.',
    ],
  },
  {
    title: 'Money',
    sentences: [
      'Sales are price times quantity less discounts, before refunds. Net is sales less refunds. Tax and shipping stand outside.',
      'Amounts keep the decimals of the file and are added exactly; they are rounded only for display. Two currencies are never added.',
      'A refund is never an order and never makes anybody a returning customer. It stands on the date of its order, where the file tells it, else on its own. Refunds of people without an order here are counted in the import report only.',
      'A refund is of the order that it names, or of the one with its own number (C1004, 1004-R1, CN-1004) where that is of the same buyer, no later and no smaller. It counts up to what the order came to; what is more is a line of the import report.',
      'With refunds on their own date you see cash: every order that was not cancelled and every refund in full, so that the months add up to sales less refunds. Net an order is always the money of valid orders divided by valid orders.',
      'Every page that shows a net says what lies between it and the net in all of the import report.',
    ],
  },
  {
    id: 'time',
    title: 'Time',
    sentences: [
      'Dates are the shop’s own wall clock; the clock and zone of this computer change nothing.',
      '“Complete until” is the last day of the data. What is not over by then is hatched and left out of averages.',
      'Customers first seen shortly after the file begins may be older ones. Until you say that the file goes back to the first day, their groups are hatched and left out of averages. How long “shortly” is: nine of ten gaps between two orders are shorter, at least 60 days, at most a quarter of the span.',
      'Weeks begin on Monday and years in January, unless you choose another day or month on the mapping page. Quarters follow the year, and a year that begins later is named by the one in which it ends. Months are calendar months.',
      'A bar that closes at two can let its day end after midnight: what is sold until then counts for the day before, wherever days are counted. Dates without times stay as they are.',
      'A period chooses what is shown, never what is known: money and orders of its days, and customers whose first order lies in it. Where somebody stands (status, RFM, tiers, lateness) is asked on its last day; first orders, order numbers and ages see all orders from before it too.',
    ],
  },
  {
    title: 'Products',
    sentences: [
      'A product is its name. Names that differ in capitals and blanks alone are one; which other names count as one you say on the pages about products. Alike ones are shown there and never brought together by themselves.',
      'Lists of single orders show names as they stand in the file.',
    ],
  },
  {
    title: 'Some customers, some orders',
    sentences: [
      '“Customers whose first order had …” keeps all orders of these customers. “Orders with …” keeps these orders and their refunds, whoever ordered; a refund that names no order goes by its own day, product and values; an order counts whole where one of its products is asked for.',
      'Leaving orders out never changes anybody’s first day, unless you say that the first of these orders is the first. When silence means gone is always the whole shop’s line.',
      'A filter on customers shows some of them; scores and tiers stay those among all. A status in a filter goes by the rule of the page. Under each picture stands of whom its shares are.',
    ],
  },
  {
    title: 'Chance',
    sentences: [
      'Every rate has a 95% interval: so far the true share may lie from the one that was seen.',
      'Where many rows compete, some look special by chance. “Beyond chance” allows for all that were compared: where nothing differs, at most one shop in twenty has such a row. Headlines name no other.',
    ],
  },
];
