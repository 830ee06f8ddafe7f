/** Signs in as a browser does through the form, without one; what it answers is the cookie that would be kept. */
export async function signIn(url: string, person: { login: string; password: string }): Promise<string> {
  const first = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = (await first.json()) as { csrfToken: string };
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: {
      cookie: cookiesIn(first).join("; "),
      origin: url,
      "sec-fetch-site": "same-origin",
      "content-type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams({ csrfToken, login: person.login, password: person.password }),
  });
  const kept = cookiesIn(answer).filter((one) => /aqtalu-(session|locale)=./.test(one));
  if (!kept.some((one) => one.includes("aqtalu-session="))) {
    throw new Error(`${person.login} was not let in: ${answer.status}`);
  }
  return kept.join("; ");
}

const cookiesIn = (response: Response): string[] =>
  response.headers.getSetCookie().map((one) => one.split(";")[0]!);
