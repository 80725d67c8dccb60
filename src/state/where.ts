import type { Place } from '../analyses/define';
import { analyses } from '../analyses/registry';
import type { Scope } from '../domain/scope/scope';
import type { AnalysisParams } from '../engine/call-contract';
import { errorTold } from '../engine/told';
import { fault } from '../domain/said/problems';
import { destinationOf, hrefOf, newAddress, type Destination } from './addresses';
import { hashOf } from './hash';
import { route } from './route.svelte';
import { controlsIn } from './scope/controls';
import { scope } from './scope/scope.svelte';

const ADDRESSES = () => ['home', ...analyses.keys(), 'sql', 'data', 'how', 'trust'].map(hrefOf);

/** Where the page is and what it is about: all that an address holds. */
export interface Where {
  /** `#/losing/late?period=2024`: takes another tab, or a later day, to the same. */
  address: string;
  page: Destination['page'];
  place: Place | null;
  tab: string | null;
  /** The id of the question. */
  analysis: string | null;
  customer: string | null;
  scope: Scope;
  /** Parameters with which the question is asked: those of the scope, and controls that are not as usual. */
  params: AnalysisParams;
}

export function where(): Where {
  const at = destinationOf(route.path);
  const analysis = at.page === 'question' ? analyses.get(at.id) : undefined;
  return {
    address: hashOf(route.path, [...route.query]),
    page: at.page,
    place: at.page === 'question' ? at.place : at.page === 'home' ? 'home' : null,
    tab: at.page === 'question' ? at.tab : null,
    analysis: analysis?.id ?? null,
    customer: at.page === 'customer' ? at.customer : null,
    scope: scope.now,
    params: { ...scope.params, ...(analysis ? controlsIn(analysis, route.query) : {}) },
  };
}

/**
 * Goes to an address, with or without `#/`; the scope becomes what stands in it. Throws `unknown-address` where no page has that
 * address, and stays.
 */
export function goTo(address: string): Where {
  const [path = '', query = ''] = address.replace(/^#?\/?/, '').split(/\?(.*)/s);
  const now = newAddress(path) ?? path;
  if (destinationOf(now).page === 'start' && now !== '')
    throw errorTold(fault('unknown-address', { address, known: ADDRESSES() }));
  route.go(now, [...new URLSearchParams(query)]);
  return where();
}
