import { useTranslations } from "next-intl";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";

type SignInFormProps = {
  /** Missing where the browser keeps no cookies: then nobody can sign in. */
  csrfToken: string | null;
  to: string;
  error?: "CredentialsSignin" | "too_many" | "fault";
  left?: boolean;
};

export function SignInForm({ csrfToken, to, error, left }: SignInFormProps) {
  const t = useTranslations("auth.signIn");
  return (
    <>
      <h1 className="title mb-2">{t("title")}</h1>
      <p className="mb-6 text-soft">{t("lead")}</p>
      {left && !error && <Notice tone="good">{t("left")}</Notice>}
      {!csrfToken && <Notice tone="warn">{t("cookies")}</Notice>}
      {error && (
        <ErrorSummary
          title={t(`error.${error}.title`)}
          errors={[{ message: t(`error.${error}.text`), field: "login" }]}
        />
      )}
      <form method="post" action="/api/auth/callback/credentials" className="flex flex-col gap-5">
        <input type="hidden" name="csrfToken" value={csrfToken ?? ""} />
        <input type="hidden" name="callbackUrl" value={to} />
        <TextField
          name="login"
          label={t("login")}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={100}
          inputClassName="max-w-80"
          required
        />
        <TextField
          name="password"
          type="password"
          label={t("password")}
          autoComplete="current-password"
          maxLength={200}
          inputClassName="max-w-80"
          required
        />
        <div>
          <SubmitButton>{t("submit")}</SubmitButton>
        </div>
      </form>
      <p className="mt-6 text-small text-soft">{t("help")}</p>
    </>
  );
}
