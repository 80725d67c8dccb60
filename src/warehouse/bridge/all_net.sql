-- Net in all: the sales of every order that was not cancelled, less every refund, whether of such an order or
-- of no known one.
-- Grain: one row.
select
  null as rows,
  null as orders,
  (select coalesce(sum(sales), 0) from orders where invalid_reason is distinct from 'cancelled')
    - (select coalesce(sum(amount), 0) from refunds where outside is distinct from 'cancelled') as sales;
