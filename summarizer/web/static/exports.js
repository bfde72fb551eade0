// The same request once more: as a download in another form, and as a command for a shell.

/** Saves bytes under a name. */
export function save(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/** A shell command that sends the request; its body stands between lines of its own, so nothing in it needs quoting. */
export function asCurl(path, request, keyed) {
  const url = new URL(path, document.baseURI).href;
  const key = keyed ? " -H 'X-API-Key: YOUR-KEY'" : "";
  return `curl -sS -H 'Content-Type: application/json'${key} --data-binary @- '${url.replaceAll("'", "%27")}' <<'END-OF-REQUEST'\n${JSON.stringify(request)}\nEND-OF-REQUEST\n`;
}

/** Puts text on the clipboard; false where the browser does not let it. */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
