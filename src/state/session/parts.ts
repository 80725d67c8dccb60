import type { Choices } from '../../domain/choices';
import type { EngineApi } from '../../engine/contract';
import type { SourceTable } from '../../engine/source-contract';

export type SessionEngine = Pick<EngineApi, 'inspect' | 'propose' | 'dismiss' | 'build' | 'close'>;

/** Reads files into tables; `onFile` is told which file is read, and null at the end. */
export type ReadTables = (
  signal: AbortSignal,
  files: readonly File[],
  choices: Choices,
  onFile: (file: File | null) => void,
  onShare: (share: number, unpacked: number) => void,
) => Promise<SourceTable[]>;

/** The files and choices without customers who were forgotten; null where the files name none of them. */
export type Sift = (
  signal: AbortSignal,
  files: readonly File[],
  choices: Choices,
) => Promise<{ files: readonly File[]; choices: Choices } | null>;

/** What the mapping page's file comes to, counted while a person reads the page. */
export interface SessionPreview {
  wait(): void;
  stop(): void;
  clear(): void;
  count(choices: Choices): Promise<void>;
}

/** All that the session needs from outside, so that it runs in Node with fakes. */
export interface Parts {
  engine: SessionEngine;
  readTables: ReadTables;
  sift: Sift;
  preview: SessionPreview;
  /** Told once the tables are built or closed. */
  afterBuild: () => void;
}
