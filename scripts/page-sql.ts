import type { Plugin } from 'vite';

/**
 * The SQL of the analyses is in the text of the engine's worker, which runs it and sends it along with each answer. The page
 * runs none, so it does not load it a second time: there `Analysis.sql` is empty.
 */
export function pageWithoutSql(): Plugin {
  return {
    name: 'regulars:page-without-sql',
    enforce: 'pre',
    load: (id) => (/\/src\/analyses\/[^?]*\.sql\?raw$/.test(id) ? "export default '';" : undefined),
  };
}
