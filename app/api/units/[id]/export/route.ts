import { problem, withActor } from "@/lib/handler";
import { ownDesk } from "@/lib/proceedings/desk";
import { exportUnits } from "@/lib/units/export";
import { readUnit } from "@/lib/units/read";
import { exporting } from "@/lib/units/schema";

const types = {
  atom: { extension: "csv", type: "text/csv; charset=utf-8" },
  ead3: { extension: "xml", type: "application/xml; charset=utf-8" },
} as const;

/** The description of a unit with what is below it. A form posts here, since the export is an act of its own. */
export const POST = withActor<{ id: string }>(async (actor, request, { id }) => {
  if (!(await readUnit(actor, id))) return null;
  const form = await request.formData().catch(() => null);
  const asked = exporting.safeParse({ format: form?.get("format"), purpose: form?.get("purpose") });
  if (!asked.success) {
    if (!exporting.shape.format.safeParse(form?.get("format")).success) return problem(400, "Bad Request");
    const back = `/files/${id}?export=purpose#export`;
    return new Response(null, { status: 303, headers: { Location: back } });
  }
  const exported = await exportUnits(ownDesk(), actor, { id, ...asked.data });
  if (!exported) return null;
  const { extension, type } = types[asked.data.format];
  const name = encodeURIComponent(
    `${exported.reference.replace(/[\p{C}/\\]/gu, " ").slice(0, 80)}.${extension}`,
  );
  return new Response(exported.body, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="description.${extension}"; filename*=UTF-8''${name}`,
    },
  });
});
