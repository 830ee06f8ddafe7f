/** Is what the screens show the invented sample archive? `npm start` sets it where it has loaded one. */
export function showsSample(): boolean {
  return process.env.AQTALU_DEMO === "1";
}
