import { built } from '../helpers/one-browser';

export default built;
