import type { HtmlTagDescriptor, Plugin, Rollup } from 'vite';

type Bundle = Rollup.OutputBundle;

/** What the page's first module imports as soon as it runs, and what these import in turn, deepest last. */
function importedAtOnce(bundle: Bundle): Rollup.OutputChunk[] {
  const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
  const names = new Set(
    chunks.filter(({ isEntry }) => isEntry).flatMap(({ dynamicImports }) => dynamicImports),
  );
  for (const name of names)
    chunks.find(({ fileName }) => fileName === name)?.imports.forEach((one) => names.add(one));
  return chunks.filter(({ fileName, isEntry }) => names.has(fileName) && !isEntry);
}

const link = (attrs: Record<string, string | true>): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: { crossorigin: true, ...attrs },
  injectTo: 'head',
});

/**
 * The page asks with its first bytes for the parts that its first module would ask for once it runs, and after them for
 * the engine: one round trip less, and the engine starts while the page is still being assembled.
 */
export function preload(): Plugin {
  return {
    name: 'regulars:preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const isNew = (name: string) => !html.includes(`./${name}"`);
        const chunks = importedAtOnce(bundle);
        const styles = chunks.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]);
        const engine = Object.keys(bundle).filter(
          (name) => name.endsWith('.wasm.gz') || /^workers\/engine-/.test(name),
        );
        return [
          ...chunks
            .map(({ fileName }) => fileName)
            .filter(isNew)
            .map((name) => link({ rel: 'modulepreload', href: `./${name}` })),
          ...[...new Set(styles)]
            .filter(isNew)
            .map((name) => link({ rel: 'preload', as: 'style', href: `./${name}` })),
          ...engine.map((name) =>
            link({ rel: 'preload', as: 'fetch', href: `./${name}`, fetchpriority: 'low' }),
          ),
        ];
      },
    },
  };
}
