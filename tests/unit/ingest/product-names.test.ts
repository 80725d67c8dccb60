import { describe, expect, it } from 'vitest';
import { productMerges, withMerged, withoutMerged } from '../../../src/ingest/names/product-names';
import { savedMapping } from '../../../src/ingest/mapping/saved-mapping';

describe('names of products that count as others', () => {
  it('end where the chain of them ends, whatever capitals and blanks they are written in', () => {
    expect(productMerges({ 'Mug  WHITE': 'Mug', mug: 'Cup', Pot: 'Pan' })).toEqual([
      { name: 'Mug  WHITE', same_as: 'Mug', product: 'Cup' },
      { name: 'mug', same_as: 'Cup', product: 'Cup' },
      { name: 'Pot', same_as: 'Pan', product: 'Pan' },
    ]);
    expect(productMerges({})).toEqual([]);
  });

  it('say nothing where a name counts as itself, and are refused where they go in a circle', () => {
    expect(productMerges({ Mug: 'MUG ' })).toEqual([]);
    expect(productMerges({ A: 'B', B: 'C', C: 'a' })).toBeNull();
    expect(productMerges({ D: 'A', A: 'B', B: 'A' })).toBeNull();
  });

  it('never go in a circle when one is said after the other: the last word stands', () => {
    expect(withMerged({}, ['Mug', 'Cup'], 'Cup')).toEqual({ Mug: 'Cup' });
    expect(withMerged({ mug: 'Cup' }, ['Cup'], 'Mug')).toEqual({ Cup: 'Mug' });
    expect(withMerged({ Mug: 'Pot' }, ['MUG'], 'Cup')).toEqual({ MUG: 'Cup' });
    const names = ['A', 'B', 'C', 'D'];
    let said = {};
    for (let i = 0; i < 200; i++) {
      const [name, same_as] = [names[(i * 7) % 4]!, names[(i * i + 3) % 4]!];
      said = withMerged(said, [name], same_as);
      const merges = productMerges(said);
      expect(merges).not.toBeNull();
      if (name !== same_as) expect(merges).toContainEqual(expect.objectContaining({ name, same_as }));
    }
  });

  it('are taken back one by one', () => {
    expect(withoutMerged({ Mug: 'Cup', Pot: 'Pan' }, 'Mug')).toEqual({ Pot: 'Pan' });
  });

  it('are values of rows: a mapping that is saved as a file has none of them', () => {
    const saved = savedMapping(['Date', 'Product'], { product_names: { Mug: 'Cup' }, history: 'complete' });
    expect(saved).toContain('complete');
    expect(saved).not.toMatch(/mug|cup|product_names/i);
  });
});
