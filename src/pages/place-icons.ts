import type { Place } from '../analyses/define';

/** Paths of drawings of 24 × 24, in lines. */
export const PLACE_ICONS: Readonly<Record<Place | 'sql' | 'data' | 'how' | 'another', string>> = {
  home: 'M4 11.5 12 5l8 6.5V20h-5.5v-5h-5v5H4z',
  back: 'M8.5 5 4 9.5 8.5 14M4.5 9.5H15a5 5 0 0 1 0 10h-4',
  losing: 'M4 6.5l6 6 3.5-3.5 6.5 6.5M20 10.5v5h-5',
  value:
    'M5 7c0-1.7 3.1-3 7-3s7 1.3 7 3-3.1 3-7 3-7-1.3-7-3zM5 7v5c0 1.7 3.1 3 7 3s7-1.3 7-3V7M5 12v5c0 1.7 3.1 3 7 3s7-1.3 7-3v-5',
  products: 'M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8',
  customers:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 19.5c.4-3.4 2.8-5 6-5s5.6 1.6 6 5M16 5a3.5 3.5 0 0 1 0 6.4M17.5 14.9c2 .6 3.2 2.2 3.5 4.6',
  sql: 'M8 8l-4 4 4 4M16 8l4 4-4 4M13.5 6l-3 12',
  data: 'M6 3.5h8l4 4v13H6zM14 3.5v4h4M9 12h6M9 15.5h6',
  how: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 11v5M12 8h.01',
  another: 'M12 5v14M5 12h14',
};
