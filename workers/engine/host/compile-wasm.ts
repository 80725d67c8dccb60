/**
 * The engine's code, compiled while it arrives: gzipped bytes, or the wasm itself where a host has inflated .gz on the way.
 * Rejects with a TypeError where the bytes cannot be had, with a CompileError where they are not wasm.
 */
export async function compileWasm(arriving: ReadableStream<Uint8Array>): Promise<WebAssembly.Module> {
  const reader = arriving.getReader();
  const { value: head = new Uint8Array() } = await reader.read();
  const whole = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (into) => into.enqueue(new Uint8Array(head)),
    async pull(into) {
      const { done, value } = await reader.read();
      if (done) into.close();
      else into.enqueue(value as Uint8Array<ArrayBuffer>);
    },
  });
  const isPacked = head[0] === 0x1f && head[1] === 0x8b;
  const bytes = isPacked ? whole.pipeThrough(new DecompressionStream('gzip')) : whole;
  return WebAssembly.compileStreaming(
    new Response(bytes, { headers: { 'content-type': 'application/wasm' } }),
  );
}

/** The bytes that the page sends through a port, a piece a message, null after the last; a text says what went wrong. */
export function arrivingAt(port: MessagePort): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(into) {
      port.onmessage = ({ data }: MessageEvent<Uint8Array | string | null>) => {
        if (data instanceof Uint8Array) return into.enqueue(data);
        if (data === null) into.close();
        else into.error(new TypeError(data));
        port.close();
      };
    },
  });
}
