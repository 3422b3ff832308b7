/**
 * The events of a text/event-stream. (`EventSource` cannot send the header that carries the session.)
 *
 * @param {ReadableStream<Uint8Array>} body
 * @returns {AsyncGenerator<{id: string, data: string}>} both empty for what is sent to keep the connection open
 */
export async function* eventsOf(body) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const blocks = (rest + decoder.decode(part.value, { stream: true })).replace(/\r\n/g, "\n").split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) yield eventOf(block);
  }
}

/**
 * @param {string} block the lines of one event
 * @returns {{id: string, data: string}}
 */
function eventOf(block) {
  const values = { id: "", data: /** @type {string[]} */ ([]) };
  for (const line of block.split("\n")) {
    const [, field, value] = /^(\w+): ?(.*)$/.exec(line) ?? [];
    if (field === "data") values.data.push(value);
    if (field === "id") values.id = value;
  }
  return { id: values.id, data: values.data.join("\n") };
}
