/** How a file is checked, as it is typed, whatever the language of the page. */
export const commandsFor = (keys: readonly string[]): string =>
  ["npm run aqtalu -- verify FILE", "python3 verify.py FILE"]
    .map((command) => `${command} ${keys.map((key) => `--key ${key}`).join(" ")}`)
    .join("\n");
