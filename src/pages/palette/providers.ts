import { actions } from './actions';
import { customers } from './customers';
import type { Provider } from './entry';
import { columns, products } from './file';
import { places, questions } from './questions';

/** All that the palette asks; one that finds filters (“only Germany”, of the kind `scope`) is added here. */
export const providers: readonly Provider[] = [questions, places, customers, products, columns, actions];
