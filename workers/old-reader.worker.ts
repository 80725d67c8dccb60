import { expose } from 'comlink';
import type { ReaderApi } from '../src/engine/source-contract';
import { readOldWorkbook } from './readers/old-workbook';
import { openSource } from './readers/open-source';

const api: ReaderApi = {
  open: (file, name, options, onShare) =>
    openSource(file, name, options, readOldWorkbook, (share, unpacked) => void onShare(share, unpacked)),
};
expose(api);
postMessage('up');
