/** Days in a step by which the list of cases can be filtered: at least so many. */
export const ages = [30, 90, 365] as const;
