import * as Comlink from 'comlink';
import { oldReader, reader } from 'virtual:worker-texts';
import type { Choices } from '../domain/choices';
import type { Outcome } from '../domain/outcome';
import { fault, type Fault } from '../domain/said/problems';
import type { OpenQuestion } from '../domain/said/questions';
import { textOfApp } from './client/part';
import { EngineError, type EngineFaultFields } from './errors';
import { errorTold } from './told';
import type { ReaderApi, ReadOptions, ReadTable, SourceTable } from './source-contract';
import { Patience } from './patience';
import { NotBegun, onShownAgain } from './shown-again';
import { blobWorker } from './trusted';

/**
 * The tables of one dropped file, at least one. Read in a worker that is thrown away afterwards, whatever the file
 * made of it; rarely needed formats have a worker of their own. Throws EngineErrors; aborting ends the worker at once.
 */
export async function openFile(
  signal: AbortSignal,
  file: File,
  choices: Choices,
  onShare: (share: number, unpacked: number) => void,
): Promise<SourceTable[]> {
  const said = choices.files?.find(({ name }) => name === file.name);
  const options: ReadOptions = {
    ...(said?.encoding === undefined ? {} : { encoding: said.encoding }),
    ...(said?.password === undefined ? {} : { password: said.password }),
  };
  let opened = await inWorker(signal, reader, file, options, onShare);
  if (!opened.ok && opened.error.code === 'needs-old-readers')
    opened = await inWorker(signal, oldReader, file, options, onShare);
  if (!opened.ok) throw errorTold(asAsked(opened.error));
  return opened.value.map((table) => ({
    ...table,
    file,
    name: file.name,
    text: table.text instanceof File ? table.text : new File([table.text], file.name),
  }));
}

/** Milliseconds without any work done after which a file is given up: readers that others wrote loop without end over some damaged workbooks. */
const budgetOf = ({ size }: File): number => Math.max(30_000, (10_000 * size) / (1 << 20));

/** The browser's own time to start a worker counts for no file: WebKit on a busy computer takes half a minute. */
const START_MS = 120_000;

const tooLong = (file: string): EngineError =>
  errorTold(fault('standstill', { name: file }, { code: 'workbook-refused', file }));

async function inWorker(
  signal: AbortSignal,
  address: string,
  file: File,
  options: ReadOptions,
  onShare: (share: number, unpacked: number) => void,
): Promise<Outcome<ReadTable[], Fault>> {
  signal.throwIfAborted();
  const worker = blobWorker(await textOfApp(address), { name: 'reader' });
  let patience: Patience | undefined;
  let listening: (() => void) | undefined;
  const ended = new Promise<never>((_, reject) => {
    const waiting = new Patience(START_MS, () => reject(tooLong(file.name)));
    patience = waiting;
    listening = onShownAgain(() => reject(new NotBegun()));
    // Its first word is that it is up. While the page is left the worker stands still, and the clock does not.
    const onUp = () => {
      listening?.();
      listening = onShownAgain(() => waiting.worked());
      waiting.worked(budgetOf(file));
    };
    worker.addEventListener('message', onUp, { once: true });
    const stop = () => reject(errorTold(fault('cancelled', {})));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    worker.addEventListener('error', (event) =>
      reject(new EngineError({ code: 'workbook-damaged', file: file.name, message: event.message })),
    );
  });
  try {
    const onWork = (share: number, unpacked: number) => {
      patience?.worked();
      onShare(share, unpacked);
    };
    const opened = Comlink.wrap<ReaderApi>(worker).open(file, file.name, options, Comlink.proxy(onWork));
    return await Promise.race([ended, opened]);
  } catch (error) {
    if (!(error instanceof NotBegun)) throw error;
    return await inWorker(signal, address, file, options, onShare);
  } finally {
    listening?.();
    patience?.end();
    worker.terminate();
  }
}

/** A missing password is a question to a person, like any other that the file cannot answer. */
export function asAsked(problem: Fault): EngineFaultFields {
  if (problem.id !== 'needs-password') return problem;
  const question: OpenQuestion = { id: 'password', values: problem.values, options: [], examples: [] };
  return { ...problem, code: 'needs-choice', questions: [question] };
}
