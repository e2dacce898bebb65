/** Misspelt names and the ones that are meant. */
import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/language/typed/messages.ts';

describe('the nearest name', () => {
  it.each([
    ['cuont', 'count'],
    ['widht', 'width'],
    ['pritn', 'print'],
    ['Putt', 'Put'],
    ['Color', 'Colour'],
  ])('to %s is %s', (name, meant) => {
    expect(nearest(name, ['x', 'entirely', meant, 'Different'])).toBe(meant);
  });
  it('is none where nothing is near', () => {
    expect(nearest('cuont', ['x', 'entirely', 'Different'])).toBeUndefined();
    expect(nearest('ab', ['cd'])).toBeUndefined();
  });
});
