/** An uncertain date as its four columns. Days are YYYY-MM-DD. */
export type DateColumns = {
  date_text: string | null;
  date_edtf: string | null;
  date_from: string | null;
  date_to: string | null;
};
