/** An entry that leads to a page: in the rail, among the tabs, in the bar of a phone. */
export interface NavLink {
  /** Address of the page, e.g. `#/losing/late`. */
  href: string;
  label: string;
  /** Said instead where there is little room. */
  short?: string;
  /** `page`: it is on screen; `true`: what is on screen lies in it. */
  current?: 'page' | 'true' | undefined;
  /** Path of a drawing of 24 × 24. */
  icon?: string;
  /** A number beside the label, and what it counts. */
  badge?: { text: string; means: string } | null | undefined;
}

/** Where the page on screen lies, and what lies beside it. */
export interface NavTabs {
  place: string;
  tabs: readonly NavLink[];
}
