import { count, plural } from '../numbers';

/** The sentences of the import report; figures come in already formatted. */
export const report = {
  reasons: {
    ragged_row: 'more or fewer cells than the header has',
    blank_row: 'nothing in any of the columns that are used',
    unreadable_date: 'a date that cannot be read',
    unreadable_amount: 'an amount that cannot be read',
    sentinel_date: 'a date that programs write where they know none',
    future_date: 'a date that is still to come',
    other_currency: 'another currency; two are never added',
    cancelled_document: 'a document that cancels another',
    zero_price: 'a price of zero',
    negative_quantity: 'a quantity below zero',
    negative_amount: 'an amount below zero',
    no_customer: 'unknown buyer',
    refund_row: 'called a refund by the file',
    other_row: 'called something else than a sale by the file',
    gift_card: 'a gift card sold: money taken, not goods',
    total_row: 'a sum of the rows above',
    heading_row: 'a heading or a note, not a sale',
    cancelled_line: 'a cancelled line of an order that stands',
    exact_duplicate: 'the same as an earlier row in every cell',
    refund_without_order: 'a return of an order that is not in the files',
    superseded: 'an order of an older file that a newer file has too',
    overlap: 'the same, in every cell, as a row of another file',
    unnamed_row: 'in a list, but no order names it',
    left_out: 'in a table that is not used',
    copied_table: 'in a table that holds the same as another',
    forgotten: 'of customers whom you asked to forget',
  } as Record<string, string>,
  steps: {
    file_rows: 'Rows in the files',
    joined_rows: 'rows that stand on rows of another table',
    ragged_rows: 'rows that do not fit the header',
    set_aside_rows: (reason: string) => `set aside: ${reason}`,
    refund_rows: 'rows that give money back',
    sale_rows: 'Orders found in the rest',
    invalid: {
      cancelled: 'orders that were cancelled',
      zero_net: 'orders worth nothing',
      fully_refunded: 'orders refunded in full',
    } as Record<string, string>,
    valid_orders: 'All orders that count',
    anonymous_orders: 'orders by unknown buyers',
    identified_orders: 'Orders of known customers',
    customer_refunds: 'given back to these customers',
    early_refunds: 'given back to them before their first order',
    net: 'Net of known customers',
    anonymous_net: 'of orders of unknown buyers, after refunds',
    outside: {
      no_orders: 'given back to customers without orders',
      nobody: 'given back to unknown buyers',
    } as Record<string, string>,
    excess_refunds: 'given back beyond what the orders came to',
    all_net: 'Net in all: sales less refunds',
  },
  facts: {
    no_amounts:
      'No column says what was paid: who came and how often is counted, and pages about money say what they lack.',
    gift_cards: (rows: number) =>
      plural(rows, {
        one: '1 row sells a gift card: money taken, not goods, so it is outside of sales. The rule “Gift cards” below counts it.',
        other: `${count(rows)} rows sell gift cards: money taken, not goods, so it is outside of sales. The rule “Gift cards” below counts it.`,
      }),
    currency_named: {
      head: (column: string, currency: string) =>
        `All amounts are in ${currency}, as the head of their column says: “${column}” is taken for the buyer's currency.`,
      signs: (column: string, currency: string) =>
        `All amounts are in ${currency}, as the sign beside each of them says: “${column}” is taken for the buyer's currency.`,
    },
    no_customers: 'No column says who bought, so there are no customers here: sales only.',
    low_coverage: (share: string) =>
      `Only ${share} of the orders say who bought. Customer figures speak for that part alone.`,
    left_cut: (customers: string, of: string, until: string) =>
      `${customers} of ${of} customers were first seen before ${until}: they may be old customers, so their groups are hatched and left out of averages.`,
    left_cut_over_half: (customers: string, of: string, until: string) =>
      `${customers} of ${of} customers were first seen before ${until} and may be old customers. That is more than half: if the file goes back to the shop's first day, say so.`,
    walk_in: (key: string, orders: string) =>
      `“${key}” has ${orders} orders and looks like the till's name for nobody: counted as anonymous.`,
    stand_in: (text: string, rows: string) =>
      `“${text}” in the columns that say who bought stands for nobody (${rows} rows): they name no customer.`,
    stand_ins: (most: string, others: number, rows: string) =>
      plural(others, {
        one: `“${most}” and 1 more text in the columns that say who bought stand for nobody (${rows} rows): they name no customer.`,
        other: `“${most}” and ${count(others)} more texts in the columns that say who bought stand for nobody (${rows} rows): they name no customer.`,
      }),
    phone_prefix: (prefix: string, meets: string) =>
      `Phone numbers stand in the file with +${prefix} and without it (${meets} of those compared): numbers without a country prefix are read as +${prefix}. Another prefix, or none, can be chosen on the mapping page.`,
    destroyed_ids: (column: string, example: string, rows: string) =>
      `“${column}” holds numbers that a spreadsheet has rounded, such as ${example} (${rows} rows). They are lost and tell nothing apart. Export the file again and open it here without opening it in a spreadsheet first, or make the column text before you save.`,
    numbers_recur: (recurring: string, numbers: string, grain: string) =>
      `${recurring} of ${numbers} order numbers stand on days apart or for several buyers. ${grain} “What is one order” on the mapping page changes that.`,
    days_as_orders: (rows: string, days: string) =>
      `No column has order numbers, and ${rows} rows share customer and day with others (${days} such days): what a customer buys on one day counts as one order. “What is one order” on the mapping page changes that.`,
    customer_taken: (column: string, different: string, times: string) =>
      `“${column}” is read as the customer, since nothing else tells who bought: ${different} different, each on ${times} rows on average. If it is something else, choose another column on the mapping page, or none.`,
    clock_behind: (rows: string, of: string, today: string) =>
      `${rows} of ${of} rows are dated later than today, ${today} by this computer's clock, and were set aside. Is the clock right? If it is not, set it and open the file again.`,
    stray_orders: (orders: number, days: string, as_of: string, ends_on: string) =>
      plural(orders, {
        one: `1 order stands alone, after ${days} days without any (the last is of ${ends_on}). Figures are as of ${as_of}, the last day before these.`,
        other: `${count(orders)} orders stand alone, after ${days} days without any (the last is of ${ends_on}). Figures are as of ${as_of}, the last day before these.`,
      }),
    occasions: (orders: string, days: string, counted: 'orders' | 'days') =>
      `By orders ${orders} of the customers came back, by days of purchase ${days}: some have several orders on one day. Repeat and cohort figures count ${counted}; “Two orders on one day” on the mapping page changes that.`,
    silent_days: (days: string, from: string, to: string) =>
      `No orders for ${days} days, from ${from} to ${to}: is a part of the file missing?`,
    old_file: (as_of: string, days: string) =>
      `The last day in the file is ${as_of}, ${days} days before today: export again for who is slipping away now.`,
    short_history: (days: string) =>
      `The orders span ${days} days, less than six months: few customers have had the time to come back.`,
    large_customer: (customer: string, share: string) =>
      `One customer, “${customer}”, has ${share} of the net of known customers: look at figures with and without.`,
    small_cohorts: (small: string, months: string) =>
      `In ${small} of ${months} months fewer than 30 customers are new: group them by quarter, so that chance is not taken for change.`,
    types_hidden: (final: string, dealer: string, staff: string) =>
      `Pages about customers count the ${final} final customers; ${dealer} dealers and ${staff} of staff or tests are kept apart, and can be chosen there.`,
    merged: (keys: string, customers: string) =>
      `${keys} ids, e-mails or phones stand on orders of a customer who has another: they are counted as ${customers} customers. The list is below, and each can be set apart.`,
    shared_identifiers: (shared: string, most: string) =>
      `${shared} e-mails or phones are used by more than five customers (“${most}” by most) and join nobody.`,
    product_names_absent: (absent: string, said: string) =>
      `You said of ${said} product names that they count as another; ${absent} of them are not in this file. They are kept for files that have them.`,
    other_currency: (rows: string, currency: string) =>
      `${rows} rows are in another currency than ${currency} and were set aside: two currencies are never added.`,
    at_rates: (rows: string, rates: string) =>
      `${rows} rows in other currencies are counted at your rates (${rates}). Every amount here is at your rates.`,
    zone_of_offsets: (zone: string, offsets: string) =>
      `Times are written with their distance to UTC (${offsets}), as kept in ${zone}: they are taken as the shop's own clock.`,
    utc_times:
      'Times in this file are in UTC, not on the shop’s clock: near midnight an order can stand on the day before or after. Say your zone to have them in it.',
    months_only:
      'Dates in this file name months, not days: every row stands on the first of its month, and days between two orders are only as exact as that.',
    year_of_all_dates: (year: string) =>
      `Dates in this file name no year: all of them are counted in ${year}.`,
    year_of_dates: (year: string, last: string, row: string) =>
      `Dates in this file name no year: the first row is counted in ${year}, and where the months pass the turn of the year, from row ${row} on, the year changes with them, up to ${last} on the last row.`,
    thai_years: 'Years of two digits such as 68 are read as years of the Thai calendar, 2568, which is 2025.',
    refunds_outside: (rows: number, amount: string) =>
      plural(rows, {
        one: `1 refund worth ${amount} belongs to unknown buyers or to people without an order here, and stays outside customer figures.`,
        other: `${count(rows)} refunds worth ${amount} belong to unknown buyers or to people without an order here, and stay outside customer figures.`,
      }),
    refunds_in_full: (rows: number, amount: string) =>
      plural(rows, {
        one: `1 refund worth ${amount} gives back a whole order, which does not count as a purchase.`,
        other: `${count(rows)} refunds worth ${amount} give back whole orders, which do not count as purchases.`,
      }),
    refunds_excess: (rows: number, amount: string) =>
      plural(rows, {
        one: `1 refund is ${amount} more than its order came to; the excess is in the cash view alone.`,
        other: `${count(rows)} refunds are together ${amount} more than their orders came to; the excess is in the cash view alone.`,
      }),
    refund_pro_rata:
      'Refunds in this file include tax, and shipping where they are larger than the goods with their tax: the part that was paid for goods is taken off.',
    import_changes: (added: string, changed: string, vanished: string) =>
      `The files that were added brought ${added} new orders and changed ${changed}. ${vanished} orders of the older files are not in them, though their days lie within; they are kept.`,
    import_changes_whole: (added: string, changed: string) =>
      `The files that were added brought ${added} new orders and changed ${changed}. No order of the older files is missing in them.`,
    stacked: (tables: string, rows: string) =>
      `${tables} tables have the same columns and stand one below the other: ${rows} rows.`,
    joined: (table: string, to: string, column: string, found: string, of: string) =>
      `${table} is joined to ${to} by ${column}: ${found} of ${of} found.`,
    refunds_joined: (table: string, rows: string, column: string, found: string, of: string) =>
      `${table}: ${rows} refunds, joined by ${column}; ${found} of ${of} found.`,
    refunds_alone: (table: string, rows: string) => `${table}: ${rows} refunds that name no order.`,
    returns_joined: (table: string, rows: string, column: string, found: string, of: string) =>
      `${table}: ${rows} returns, joined by ${column}; ${found} of ${of} found. Each gives back the whole order.`,
    left_out: (table: string, rows: string, why: string) => `${table} is left out (${rows} rows): ${why}.`,
    broken_rows: (rows: number, lines: string) =>
      plural(rows, {
        one: `The row in line ${lines} has more cells than the header and was set aside: is a separator in one of its texts?`,
        other: `${count(rows)} rows have more cells than the header and were set aside (lines ${lines}): is a separator in one of their texts?`,
      }),
    visits_filled: (rows: string, visits: string) =>
      `${rows} rows without a date and a customer are lines of the visit above them: both are blank together, and each row names what was bought. ${visits} visits are counted as one order each.`,
    months_turned: (rows: string, months: string) =>
      `The file has a column for each of ${months} months: each of its ${rows} amounts counts as one order of that customer, dated to the first day of the month. Blank cells are no purchase.`,
    unsolved_formulas: (cells: number) =>
      plural(cells, {
        one: '1 cell holds a formula without its result and was read as empty. Open the file once in a spreadsheet program, save it, and drop it again.',
        other: `${count(cells)} cells hold formulas without their results and were read as empty. Open the file once in a spreadsheet program, save it, and drop it again.`,
      }),
    hidden_rows: (rows: number) =>
      plural(rows, {
        one: '1 row is hidden in the sheet; it is counted like the others.',
        other: `${count(rows)} rows are hidden in the sheet; they are counted like the others.`,
      }),
    mostly_aside: (rows: string, of: string, reason: string) =>
      `${rows} of ${of} rows are not counted: ${reason}. If they should be, check the columns before you use these figures.`,
    assumed: (question: string, answer: string) =>
      `Not asked, since three questions are enough: ${question} Taken as: ${answer}. The mapping page changes it.`,
    assumed_as_written: (question: string) =>
      `Not asked, since three questions are enough: ${question} Values are read as they are written. The mapping page changes it.`,
    check_failed: (check: string, rows: string) =>
      `A check of our own failed (${check}, ${rows} rows): do not trust these figures, and tell us.`,
  },
};
