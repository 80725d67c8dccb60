import type { Provenance } from '../../domain/table';
import type { ProjectionReport } from './report';

/** What the answer's provenance says of the fit; null while there is no answer of this analysis. */
export const reportIn = (provenance: Provenance | undefined): ProjectionReport | null =>
  (provenance?.fit as ProjectionReport | undefined) ?? null;
