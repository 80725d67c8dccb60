import { mailOf, nameOf, type Convention, type Draft } from '../draft';

/** Headers of a language that nobody speaks. */
const MADE_UP = ['Zorblat', 'Quimper', 'Vashti', 'Brolne', 'Tirsk', 'Ugmar'];

const mayBeAsked = (draft: Draft): void => void draft.mayAsk.add('map.customer');

/** A header that no list has above names, addresses or ids. */
const unknownBuyer = (id: string, text: (buyer: number) => string): Convention => ({
  id,
  rule: 7,
  takes: ['buyer'],
  plan: mayBeAsked,
  write: (draft) => {
    draft.column('buyer').head = draft.chance.of(MADE_UP);
    draft.column('buyer').text = ({ order: { buyer } }) => (buyer === null ? '' : text(buyer));
  },
});

/** What was typed where nobody was known, in the place of the buyer. */
const standIn = (
  id: string,
  heads: readonly string[],
  texts: readonly string[],
  write: (buyer: number) => string,
): Convention => ({
  id,
  rule: 8,
  takes: ['buyer'],
  plan: (draft) => {
    draft.language = 'en';
    draft.shop.orders.forEach((order, at) => {
      if (at % 9 === 5) order.buyer = null;
    });
  },
  write: (draft) => {
    const nobody = draft.chance.of(texts);
    draft.column('buyer').head = draft.chance.of(heads);
    draft.column('buyer').text = ({ order: { buyer } }) => (buyer === null ? nobody : write(buyer));
  },
});

const digits = (buyer: number): string => String(1_000_000 + ((buyer * 7919 + 131) % 8_999_999));

/** One number in several spellings: they meet where the tails do. */
const phones = (id: string, prefix: string, forms: readonly ((tail: string) => string)[]): Convention => ({
  id,
  rule: 9,
  takes: ['buyer'],
  plan: (draft) => {
    draft.language = 'en';
    draft.mayAsk.add('phone_prefix');
    draft.answers.phone_prefix = prefix;
  },
  write: (draft) => {
    draft.column('buyer').head = draft.chance.of(['Phone', 'Mobile', 'Phone number', 'Customer phone']);
    draft.column('buyer').text = ({ order: { buyer, number } }) =>
      buyer === null ? '' : forms[number % forms.length]!(`90${digits(buyer)}`);
  },
});

export const WHO: Convention[] = [
  unknownBuyer('made-up header over names', nameOf),
  unknownBuyer('made-up header over addresses', mailOf),
  unknownBuyer('made-up header over ids', (buyer) => `KH${String(buyer).padStart(5, '0')}`),
  {
    id: 'Client No beside Client',
    rule: 7,
    takes: ['buyer'],
    plan: (draft) => {
      draft.language = 'en';
    },
    write: (draft) => {
      // Names that several people share: only the number tells them apart.
      draft.column('buyer').head = draft.chance.of(['Client', 'Buyer', 'Member', 'Customer']);
      const { head } = draft.column('buyer');
      draft.column('buyer').text = ({ order: { buyer } }) => (buyer === null ? '' : nameOf(buyer % 5));
      draft.put(
        {
          id: 'buyer id',
          head: `${head} ${draft.chance.of(['No', 'No.', 'ID', 'Code', 'Ref'])}`,
          text: ({ order: { buyer } }) => (buyer === null ? '' : String(2000 + buyer)),
        },
        draft.chance.is(0.5) ? 'end' : { before: 'buyer' },
      );
    },
  },
  {
    id: 'a rival: who served',
    rule: 7,
    takes: ['buyer'],
    plan: (draft) => {
      draft.language = 'en';
      mayBeAsked(draft);
    },
    write: (draft) => {
      draft.column('buyer').head = draft.chance.of(['Who', 'Name', 'For', 'Guest']);
      draft.column('buyer').text = ({ order: { buyer } }) => (buyer === null ? '' : nameOf(buyer));
      draft.put({
        id: 'staff',
        head: draft.chance.of(['Sales rep', 'Served by', 'Stylist', 'Therapist']),
        text: ({ order }) => nameOf(500 + (order.number % 3)),
      });
    },
  },
  standIn(
    'nobody’s address',
    ['Email', 'Customer email'],
    ['noemail@shop.example', 'none@none.com', 'deleted@shop.example', 'no-email@example.com'],
    mailOf,
  ),
  standIn('nobody’s id', ['Customer ID', 'Customer number'], ['0000', '9999999999', '0', '00000'], (buyer) =>
    String(3000 + buyer),
  ),
  standIn(
    'nobody’s phone',
    ['Phone', 'Mobile'],
    ['0000000000', '9999999999', '0', '1234567890'],
    (buyer) => `090${digits(buyer)}`,
  ),
  standIn(
    'nobody’s name',
    ['Customer', 'Customer ID'],
    ['Khách lẻ', 'Walk-in', 'Guest', 'Cash customer', 'Laufkundschaft', '散客', 'Público en general'],
    (buyer) => `K${buyer}`,
  ),
  phones('phones of Vietnam', '84', [(t) => `0${t}`, (t) => `+84 ${t}`, (t) => `84${t}`, (t) => `0084 ${t}`]),
  phones('phones of Britain', '44', [(t) => `+44 (0)${t}`, (t) => `0${t}`, (t) => `0044 ${t}`]),
  phones('phones with extensions', '49', [(t) => `+49 ${t}`, (t) => `0${t} ext. 12`, (t) => `0${t}`]),
];
