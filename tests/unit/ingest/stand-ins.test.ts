import { describe, expect, it } from 'vitest';
import {
  isNobodysName,
  isTillName,
  NOBODYS_BEGINNINGS,
  STAND_INS,
  WALK_IN_NAMES,
} from '../../../src/ingest/who/stand-ins';

const says = (field: keyof typeof STAND_INS, text: string) => new RegExp(STAND_INS[field], 'iu').test(text);

describe('what is typed where nobody is known', () => {
  it.each(
    '9999999999 | 0000 | 0 | 000-000-0000 | +10000000000 | +1 (000) 000-0000 | +84 999999999 | 1234567890 | 123-456-7890 | +1 123 456 7890 | 01234567890 | 12345678 | 1111 | 1111111 | 9999999999.0 | 0999999999 | 123456'.split(
      ' | ',
    ),
  )('the phone %s', (text) => expect(says('phone', text)).toBe(true));

  it.each(
    '0901000000 | 0910000000 | +84901234567 | 0901234567 | 9876543210 | +84 901 000 000 | 415-555-0100 | 100 | 0281 | 1800 | +1 415 555 0000 | 0123987456 | 0911111112 | 84901015838 | 112 | 111'.split(
      ' | ',
    ),
  )('a phone of somebody: %s', (text) => expect(says('phone', text)).toBe(false));

  it.each(
    'noemail@shop.com | No-Email@x.vn | deleted@shop.com | deleted_user@x.com | none@none.com | na@na.com | no@email.com | noreply@amazon.com | guest@pos.local | sinemail@tienda.es | keine-email@laden.de'.split(
      ' | ',
    ),
  )('the e-mail %s', (text) => expect(says('email', text)).toBe(true));

  it.each(
    'nora@x.com | noah@shop.com | nona@x.fr | na@firma.dk | cashman@x.com | anna@none.com | deletedscenes@x.com | notes@x.com'.split(
      ' | ',
    ),
  )('an e-mail of somebody: %s', (text) => expect(says('email', text)).toBe(false));

  it.each(['0', '0000', '9999999999', '1234567890'])('the id %s', (text) =>
    expect(says('customer', text)).toBe(true),
  );
  it.each(['1', '10', '99', '11111', '12345', '1000000', '12345678'])('an id of somebody: %s', (text) =>
    expect(says('customer', text)).toBe(false),
  );

  it.each(
    'Cash Customer | WALK-IN | Khách lẻ | khách vãng lai | Laufkundschaft | 散客 | Público en general | Client de passage | Гость | ゲスト | ลูกค้าทั่วไป'.split(
      ' | ',
    ),
  )('the name %s', (text) => {
    expect(isTillName(text)).toBe(true);
    expect(new RegExp(NOBODYS_BEGINNINGS, 'iu').test(text.normalize('NFD').replace(/\p{M}/gu, ''))).toBe(
      true,
    );
  });
  it('every name is found by its beginning', () =>
    expect(WALK_IN_NAMES.filter((name) => !new RegExp(NOBODYS_BEGINNINGS, 'iu').test(name))).toEqual([]));

  it.each(['Johnny Cash', 'Guest House Ltd', 'Pos Malaysia 2', 'An', 'Kasse 7'])(
    'a name of somebody: %s',
    (text) => expect(isNobodysName(text)).toBe(false),
  );
  it('“unknown” says nothing of the number beside it', () => {
    expect(isNobodysName('Unknown')).toBe(true);
    expect(isTillName('Unknown')).toBe(false);
  });
});
