import type { Problem } from "@/lib/intake/view";

/** What came of sending: where the proposal is, what is wrong with the file, or that it did not arrive. */
export type Sent = { id: string } | { problem: Problem | null };

/** Sends a file and tells how much of it has gone: fetch could not say. */
export function sendFile(
  file: File,
  reading: Record<string, string>,
  onPercent: (percent: number) => void,
): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/upload/intake?${new URLSearchParams({ name: file.name, ...reading })}`);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onPercent(Math.round((loaded / total) * 100));
    request.upload.onload = () => onPercent(100);
    request.onload = () => resolve(readAnswer(request.response));
    request.onerror = () => resolve({ problem: null });
    request.send(file);
  });
}

function readAnswer(body: unknown): Sent {
  const answer = (body ?? {}) as { id?: string; problem?: Problem };
  return answer.id ? { id: answer.id } : { problem: answer.problem ?? null };
}
