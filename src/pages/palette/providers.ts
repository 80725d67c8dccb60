import { actions } from './actions';
import { customers } from './customers';
import type { Provider } from './entry';
import { columns, products } from './file';
import { filters } from './filters';
import { places, questions } from './questions';

/** All that the palette asks. */
export const providers: readonly Provider[] = [
  questions,
  places,
  filters,
  customers,
  products,
  columns,
  actions,
];
