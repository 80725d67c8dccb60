/** How a place writes figures and days, by hand from what its programs and people write. */
export interface Locale {
  name: string;
  language: Language;
  decimal: '.' | ',';
  /** Marks between thousands that are seen there; '' for none. */
  groups: string[];
  /** Two digits after the first three, as in 12,34,567. */
  lakh?: boolean;
  /** Digits after the decimal mark of the currency. */
  digits: 0 | 2;
  code: string;
  /** How an amount stands beside its currency: # is the figure. */
  marks: string[];
  /** D M Y with padding as written; T is a clock. */
  dates: string[];
}

export type Language = 'en' | 'vi' | 'zh' | 'es' | 'de' | 'fr' | 'id' | 'ja' | 'pt';

const ISO = ['YYYY-MM-DD', 'YYYY-MM-DD hh:mm:ss', 'YYYY-MM-DDThh:mm:ss', 'YYYY-MM-DD hh:mm'];
const NARROW = '\u202f';
const HARD = '\u00a0';

export const LOCALES: Locale[] = [
  {
    name: 'en-US',
    language: 'en',
    decimal: '.',
    groups: ['', ','],
    digits: 2,
    code: 'USD',
    marks: ['#', '#', '$#', 'US$#', 'USD #', '# USD'],
    dates: ['MM/DD/YYYY', 'M/D/YYYY', 'M/D/YY', 'MM/DD/YYYY H:mm A', 'MMM D, YYYY', 'M/D/YYYY HH:mm', ...ISO],
  },
  {
    name: 'en-GB',
    language: 'en',
    decimal: '.',
    groups: ['', ','],
    digits: 2,
    code: 'GBP',
    marks: ['#', '#', '£#', '£ #', 'GBP #', '# GBP'],
    dates: ['DD/MM/YYYY', 'D/M/YYYY', 'DD/MM/YY', 'DD MMM YYYY', 'DD-MMM-YYYY', 'DD/MM/YYYY hh:mm', ...ISO],
  },
  {
    name: 'en-IN',
    language: 'en',
    decimal: '.',
    groups: [','],
    lakh: true,
    digits: 2,
    code: 'INR',
    marks: ['#', '₹#', '₹ #', 'Rs. #', 'Rs #', 'INR #'],
    dates: ['DD-MM-YYYY', 'DD/MM/YYYY', 'DD-MMM-YY', 'DD MMM YYYY', ...ISO],
  },
  {
    name: 'de-DE',
    language: 'de',
    decimal: ',',
    groups: ['', '.', NARROW],
    digits: 2,
    code: 'EUR',
    marks: ['#', '#', '# €', '#€', '# EUR', 'EUR #'],
    dates: ['DD.MM.YYYY', 'D.M.YYYY', 'DD.MM.YY', 'DD.MM.YYYY hh:mm', 'DD.MM.YYYY hh:mm:ss', ...ISO],
  },
  {
    name: 'de-CH',
    language: 'de',
    decimal: '.',
    groups: ["'", '\u2019'],
    digits: 2,
    code: 'CHF',
    marks: ['#', 'CHF #', '# CHF', 'Fr. #', 'SFr. #'],
    dates: ['DD.MM.YYYY', 'D.M.YYYY', 'DD.MM.YYYY hh:mm', ...ISO],
  },
  {
    name: 'fr-FR',
    language: 'fr',
    decimal: ',',
    groups: ['', NARROW, HARD, ' '],
    digits: 2,
    code: 'EUR',
    marks: ['#', '#', '# €', `#${HARD}€`, `#${NARROW}€`, '# EUR'],
    dates: ['DD/MM/YYYY', 'DD/MM/YYYY hh:mm', 'DD/MM/YY', ...ISO],
  },
  {
    name: 'es-ES',
    language: 'es',
    decimal: ',',
    groups: ['', '.'],
    digits: 2,
    code: 'EUR',
    marks: ['#', '# €', '#€', 'EUR #'],
    dates: ['DD/MM/YYYY', 'D/M/YYYY', 'DD-MM-YYYY', 'DD/MM/YYYY hh:mm:ss', ...ISO],
  },
  {
    name: 'es-MX',
    language: 'es',
    decimal: '.',
    groups: ['', ','],
    digits: 2,
    code: 'MXN',
    marks: ['#', '$#', '$ #', '# MXN', 'MX$#'],
    dates: ['DD/MM/YYYY', 'D/M/YYYY', ...ISO],
  },
  {
    name: 'pt-BR',
    language: 'pt',
    decimal: ',',
    groups: ['', '.'],
    digits: 2,
    code: 'BRL',
    marks: ['#', 'R$ #', `R$${HARD}#`, 'R$#', 'BRL #'],
    dates: ['DD/MM/YYYY', 'DD/MM/YYYY hh:mm', 'DD/MM/YY', ...ISO],
  },
  {
    name: 'vi-VN',
    language: 'vi',
    decimal: ',',
    groups: ['', '.', ','],
    digits: 0,
    code: 'VND',
    marks: ['#', '#', '# ₫', '#đ', '# đ', '# VND', 'VNĐ #', '#₫'],
    dates: ['DD/MM/YYYY', 'DD/MM/YYYY hh:mm', 'hh:mm DD/MM/YYYY', 'DD-MM-YYYY', ...ISO],
  },
  {
    name: 'id-ID',
    language: 'id',
    decimal: ',',
    groups: ['.', ''],
    digits: 0,
    code: 'IDR',
    marks: ['#', 'Rp#', 'Rp #', `Rp${HARD}#`, 'IDR #'],
    dates: ['DD/MM/YYYY', 'DD-MM-YYYY hh:mm', ...ISO],
  },
  {
    name: 'ja-JP',
    language: 'ja',
    decimal: '.',
    groups: ['', ','],
    digits: 0,
    code: 'JPY',
    marks: ['#', '¥#', '\uffe5#', '#円', 'JPY #'],
    dates: [
      'YYYY/MM/DD',
      'YYYY/M/D',
      'YYYY年M月D日',
      'YYYY年MM月DD日',
      'YYYY/MM/DD hh:mm',
      'YYYY/M/D H:mm',
      ...ISO,
    ],
  },
  {
    name: 'zh-CN',
    language: 'zh',
    decimal: '.',
    groups: ['', ','],
    digits: 2,
    code: 'CNY',
    marks: ['#', '¥#', '\uffe5#', '#元', 'CNY #', 'RMB #'],
    dates: ['YYYY/MM/DD', 'YYYY年MM月DD日', 'YYYY.MM.DD', 'YYYY/M/D H:mm', ...ISO],
  },
  {
    name: 'sv-SE',
    language: 'en',
    decimal: ',',
    groups: ['', HARD, ' '],
    digits: 2,
    code: 'SEK',
    marks: ['#', '# kr', '#kr', '# SEK', 'SEK #', '#:-'],
    dates: [...ISO, 'YYYYMMDD'],
  },
  {
    name: 'pl-PL',
    language: 'en',
    decimal: ',',
    groups: ['', HARD, ' '],
    digits: 2,
    code: 'PLN',
    marks: ['#', '# zł', '# PLN', '#zł'],
    dates: ['DD.MM.YYYY', 'DD.MM.YYYY hh:mm', 'DD-MM-YYYY', ...ISO],
  },
  {
    name: 'cs-CZ',
    language: 'en',
    decimal: ',',
    groups: ['', HARD, ' '],
    digits: 2,
    code: 'CZK',
    marks: ['#', '# Kč', '# CZK'],
    dates: ['D. M. YYYY', 'D.M.YYYY', 'DD.MM.YYYY', 'D. M. YYYY H:mm', ...ISO],
  },
  {
    name: 'nl-NL',
    language: 'en',
    decimal: ',',
    groups: ['', '.'],
    digits: 2,
    code: 'EUR',
    marks: ['#', '€ #', '€#', 'EUR #', `€${HARD}#`],
    dates: ['DD-MM-YYYY', 'D-M-YYYY', 'DD-MM-YYYY hh:mm', ...ISO],
  },
  {
    name: 'da-DK',
    language: 'en',
    decimal: ',',
    groups: ['', '.'],
    digits: 2,
    code: 'DKK',
    marks: ['#', 'kr. #', '# kr.', 'DKK #', '# DKK'],
    dates: ['DD.MM.YYYY', 'DD-MM-YYYY', 'DD/MM/YYYY', 'DD-MM-YYYY hh:mm', ...ISO],
  },
];
