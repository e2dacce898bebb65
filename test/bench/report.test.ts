import { expect, test } from 'vitest';
import { JsonReport, machine, number, render, TextReport } from '../../bench/report.ts';

const TABLE = {
  title: 'Speed (ns)',
  columns: ['', 'min', 'in calls'],
  rows: [
    ['a raise', 1.23456, 10.04],
    ['a handler that does much', 12345.6, ''],
  ],
} as const;

test('a table stands in columns, names to the left and figures to the right', () => {
  expect(render(TABLE)).toBe(
    `Speed (ns)

                            min  in calls
------------------------  -----  --------
a raise                    1.23      10.0
a handler that does much  12346`,
  );
});

test('a number has about three digits', () => {
  expect([0, 0.001, 9.994, 12.34, 999.94, 1234.5, -4.567].map(number)).toEqual([
    '0.00',
    '0.00',
    '9.99',
    '12.3',
    '999.9',
    '1235',
    '-4.57',
  ]);
});

test('a report for people prints each table and note at once', () => {
  const printed: string[] = [];
  const report = new TextReport((text) => printed.push(text));
  report.table(TABLE.title, TABLE.columns, TABLE.rows);
  report.note('gm2 is left out');
  expect(printed).toEqual([`\n${render(TABLE)}`, '\n(gm2 is left out)']);
});

test('a report for programs keeps numbers as they are', () => {
  const report = new JsonReport();
  report.table(TABLE.title, TABLE.columns, TABLE.rows);
  report.note('gm2 is left out');
  expect(JSON.parse(JSON.stringify(report))).toEqual({ tables: [TABLE], notes: ['gm2 is left out'] });
});

test('a report says what machine it comes from', () => {
  const { node, cores, load } = machine();
  expect(node).toBe(process.version);
  expect(cores).toBeGreaterThan(0);
  expect(load).toHaveLength(3);
});
