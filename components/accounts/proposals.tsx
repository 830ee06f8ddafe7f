import { useTranslations } from "next-intl";
import type { BodyView } from "@/lib/accounts/view";
import { seats } from "@/lib/law/appointing";
import { roles } from "@/lib/law/words";
import { Disclosure } from "./disclosure";
import { ProposeForm } from "./propose-form";
import type { FormAct } from "./types";

export type OfficeChoice = {
  id: string;
  accountId: string;
  holder: string;
  role: (typeof roles)[number];
  body: string;
};

type ProposalsProps = {
  accountId: string;
  bodies: BodyView[];
  offices: OfficeChoice[];
  appoint: FormAct<{ id: string }>;
  clear: FormAct<{ id: string }>;
  delegate: FormAct<{ id: string }>;
};

/** The three things that can be proposed for somebody. */
export function Proposals({ accountId, bodies, offices, appoint, clear, delegate }: ProposalsProps) {
  const t = useTranslations("accounts");
  const role = useTranslations("shell.role");
  const seated = bodies.filter(({ kind }) =>
    Object.values(seats)
      .flat()
      .some((seat) => seat === kind),
  );
  const agencies = bodies.filter(({ kind }) => kind === "agency");
  const choice = ({ id, name }: BodyView) => ({ value: id, label: name });
  return (
    <>
      <Disclosure title={t("proposal.appointment")}>
        <ProposeForm
          action={appoint}
          accountId={accountId}
          lead={t("proposal.appointmentLead")}
          selects={[
            {
              name: "role",
              label: t("field.role"),
              choices: roles.map((value) => ({ value, label: role(value) })),
            },
            { name: "bodyId", label: t("field.body"), choices: seated.map(choice) },
          ]}
        />
      </Disclosure>
      <Disclosure title={t("proposal.clearance")}>
        <ProposeForm
          action={clear}
          accountId={accountId}
          lead={t("proposal.clearanceLead")}
          selects={[
            {
              name: "agencyId",
              label: t("field.agency"),
              choices: [...agencies.map(choice), { value: "all", label: t("everyAgency") }],
            },
          ]}
        />
      </Disclosure>
      <Disclosure title={t("proposal.delegation")}>
        <ProposeForm
          action={delegate}
          accountId={accountId}
          endsAlways
          lead={t("proposal.delegationLead")}
          selects={[
            {
              name: "appointmentId",
              label: t("field.office"),
              choices: offices
                .filter((office) => office.accountId !== accountId)
                .map(({ id, holder, ...office }) => ({
                  value: id,
                  label: `${holder}: ${role(office.role)}, ${office.body}`,
                })),
            },
          ]}
        />
      </Disclosure>
    </>
  );
}
