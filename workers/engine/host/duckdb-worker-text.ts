import published from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?raw';

/**
 * DuckDB's progress reports call back into JavaScript through a caller that emscripten assembles with
 * `new Function`, which a policy without 'unsafe-eval' refuses: the first report would end the query. The same
 * caller as a closure needs no text. The place is matched exactly; another version of the package fails the build
 * of the text instead of failing in front of a person.
 */
const ASSEMBLED = 'var m=newFunc(Function,_)(...d)';
const CLOSURE = `var m=function(obj,func,destructorsRef,args){
  var values=r===0?[obj]:[],at=0;
  for(var k=0;k<e;++k){values.push(n[k].readValueFromPointer(args+at));at+=n[k].argPackAdvance}
  var rv=r===1?new func(...values):func.call(...values);
  if(!a.isVoid)return emval_returnValue(a,destructorsRef,rv)
}`;

export function withoutEval(text: string): string {
  const parts = text.split(ASSEMBLED);
  if (parts.length !== 2)
    throw new Error("DuckDB's worker has changed: its method caller is not where it was");
  return parts.join(CLOSURE);
}

export const duckdbWorkerText = (): string => withoutEval(published);
