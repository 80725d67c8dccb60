/**
 * The engine's code, compiled while it arrives. `path` is relative to the page and names gzipped bytes; some hosts inflate
 * .gz on the way, then they are the wasm itself. Rejects with a TypeError where the bytes cannot be had, with a
 * CompileError where they are not wasm.
 */
export async function compileWasm(path: string): Promise<WebAssembly.Module> {
  const response = await fetch(new URL(path, document.baseURI));
  if (!response.ok || !response.body) throw new TypeError(`${path} was answered with ${response.status}`);
  const reader = response.body.getReader();
  const { value: head = new Uint8Array() } = await reader.read();
  const whole = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (into) => into.enqueue(head),
    async pull(into) {
      const { done, value } = await reader.read();
      if (done) into.close();
      else into.enqueue(value);
    },
  });
  const isPacked = head[0] === 0x1f && head[1] === 0x8b;
  const bytes = isPacked ? whole.pipeThrough(new DecompressionStream('gzip')) : whole;
  return WebAssembly.compileStreaming(
    new Response(bytes, { headers: { 'content-type': 'application/wasm' } }),
  );
}
