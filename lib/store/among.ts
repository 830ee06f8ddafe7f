/**
 * `x = any(…)` of a jsonb parameter that holds a list, as an array made once. A subselect there is looked up in an
 * index only as long as it stands alone: joined by `or` to another, the whole table is read for each statement.
 */
export const amongTexts = (parameter: string): string =>
  `any(array(select jsonb_array_elements_text(${parameter}::jsonb)))`;

export const amongIds = (parameter: string): string =>
  `any(array(select jsonb_array_elements_text(${parameter}::jsonb)::uuid))`;
