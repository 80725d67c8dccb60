import { RFM_GROUPS as GROUPS, type RfmGroup as Group } from '../../domain/standing';

export { GROUPS, type Group };

/** Most orders of the F scores 1 to 4: most customers have one order, and quintiles would fall together. */
export const STANDARD_F_CUTS = '1,2,4,7';

/** A group for each of the 25 squares: rows of R 1 to 5, in each F 1 to 5. */
export const STANDARD_SQUARES = ['JJIII', 'GGHHH', 'KFFBB', 'ECCBA', 'DECBA'].join('');

const FIRST = 'A'.charCodeAt(0);
const squareAt = (r: number, f: number) => 5 * (r - 1) + (f - 1);

export const groupOf = (squares: string, r: number, f: number): Group =>
  GROUPS[squares.charCodeAt(squareAt(r, f)) - FIRST] ?? 'Prospects';

/** The map with one square given to another group; every square still has exactly one. */
export function withSquare(squares: string, r: number, f: number, group: Group): string {
  const at = squareAt(r, f);
  const letter = String.fromCharCode(FIRST + GROUPS.indexOf(group));
  return squares.slice(0, at) + letter + squares.slice(at + 1);
}
