import type { CustomerType } from '../../domain/choices';

/**
 * Words that name a kind of customer, in nine languages: in a column of types, among tags, or in the name of a price list.
 * Each different text is judged once, never each row.
 */
const STAFF =
  /\b(staff|employees?|internal|test|testing|tester|mitarbeiter|personal|intern|empleados?|interno|employés?|interne|personnel|funcion[aá]ri[oa]s?|karyawan|pegawai|staf)\b|nhân viên|nội bộ|thử nghiệm|员工|内部|测试|社員|従業員|社内|テスト/u;
const DEALER =
  /\b(dealers?|wholesalers?|wholesale|resellers?|distributors?|retailers?|trade|b2b|agents?|händler|großhandel|grosshandel|wiederverkäufer|mayoristas?|mayoreo|distribuidor(es)?|revendedor(es)?|grossistes?|revendeurs?|distributeurs?|atacado|atacadistas?|grosir|distributor|agen|pengecer)\b|đại lý|bán buôn|bán sỉ|giá sỉ|khách sỉ|nhà phân phối|批发|经销商|代理商|分销|卸売|卸|代理店|販売店|業者/u;

/** 'dealer' or 'staff' where a text says so, 'final' for any other. */
export function customerTypeOf(text: string): CustomerType {
  const plain = text.trim().toLowerCase().normalize('NFC').replace(/[_-]+/g, ' ');
  if (STAFF.test(plain)) return 'staff';
  return DEALER.test(plain) ? 'dealer' : 'final';
}

export const tellsType = (text: string): boolean => customerTypeOf(text) !== 'final';
