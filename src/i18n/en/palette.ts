/** Words of the palette, which finds questions, people, products and actions by what is typed. */
export const palette = {
  label: 'Ask or find',
  hint: 'A question, a customer, a product, an action …',
  keys: '↑ ↓ to choose, Enter to open, Esc to close',
  none: (text: string) => `Nothing found for “${text}”.`,
  found: (results: string) => `Found: ${results}`,
  where: (place: string, tab: string) => `${place} › ${tab}`,
  kinds: {
    questions: 'Questions',
    places: 'Places',
    scope: 'Filters',
    customers: 'Customers',
    products: 'Products',
    columns: 'Columns of the file',
    actions: 'Actions',
  },
  pages: {
    sql: 'query, database, DuckDB',
    data: 'import report, mapping, rows set aside, columns',
    how: 'definitions, methods, models',
    trust: 'privacy, network, local, delete everything',
  },
  /** `also` is what else they are found by, between commas. */
  actions: {
    looks: {
      dark: { label: 'Dark', also: 'dark mode, night, theme, look, colours, colors' },
      light: { label: 'Light', also: 'light mode, day, theme, look, colours, colors' },
      system: { label: 'System', also: 'automatic, theme, look, colours, colors' },
    },
    savePicture: { label: 'Save picture (SVG)', also: 'save as PNG, image, chart, download, export' },
    saveTable: { label: 'Save table (CSV)', also: 'save as CSV, Excel, spreadsheet, download, export' },
    print: { label: 'Print or save as PDF', also: 'paper, hard copy, report, export' },
    another: 'new file, import, upload, load',
    close: { label: 'Close this file', also: 'quit, exit, leave' },
  },
};
