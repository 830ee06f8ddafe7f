import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/choice-field";
import { encodingNames, separators, tableEncodings, type Reading } from "@/lib/intake/view";

/** How a table is to be read. Without a value each is found out from the file. */
export function ReadingFields({ reading }: { reading?: Reading }) {
  const t = useTranslations("intake.reading");
  const empty = reading ? undefined : t("sound");
  return (
    <div className="flex flex-wrap gap-4">
      <SelectField
        name="encoding"
        label={t("encoding")}
        empty={empty}
        defaultValue={reading?.encoding}
        choices={tableEncodings.map((value) => ({ value, label: encodingNames[value] }))}
      />
      <SelectField
        name="separator"
        label={t("separator")}
        empty={empty}
        defaultValue={reading?.separator}
        choices={separators.map((value) => ({ value, label: t(`sign.${value}`) }))}
      />
    </div>
  );
}
