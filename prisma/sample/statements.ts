import type { Actor } from "@/lib/law/actor";
import type { Act } from "@/lib/law/acts";

const words: Record<Actor["locale"], (name: string, act: Act, count: number, register: boolean) => string> = {
  kk: (name, act, count, register) =>
    register
      ? `Мен, ${name}, осы тізілімдегі ${count} оқиға бойынша қол қоямын (${act}).`
      : `Мен, ${name}, материалдармен таныстым және қол қоямын (${act}).`,
  ru: (name, act, count, register) =>
    register
      ? `Я, ${name}, подписываю реестр, единиц: ${count} (${act}).`
      : `Я, ${name}, с материалами знаком(а) и подписываю (${act}).`,
  en: (name, act, count, register) =>
    register
      ? `I, ${name}, sign this register of ${count} items (${act}).`
      : `I, ${name}, have read and sign (${act}).`,
};

/** What the signer is taken to have been shown. */
export function statementOf(actor: Actor, act: Act, count: number, register: boolean): string {
  return words[actor.locale](actor.name, act, count, register);
}
