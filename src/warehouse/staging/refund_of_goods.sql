-- The part of a refund that was paid for goods, where refunds are paid back with tax: it is divided by 1 +
-- tax ÷ sales of its order. It includes shipping only where it is larger than sales and tax together, and is
-- then taken off in proportion to all three; so it is, too, where the file does not say the tax.
-- Grain: a macro, one amount per refund; all in the currency's units.
create or replace macro refund_of_goods(given_back, sales, tax, total) as
  cast(
    case
      when sales is null or sales <= 0 then given_back
      when total > 0 and (tax is null or given_back > sales + tax + 0.005)
        then round(given_back * sales / total, 2)
      else round(given_back * sales / (sales + coalesce(tax, 0)), 2)
    end as decimal(18, 2)
  );
