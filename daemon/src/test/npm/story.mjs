// The official TypeScript SDK's client: calls tools one after another and prints every answer.
// Arguments: the calls as a JSON list of [tool, arguments], then the server's command.
// An argument "$order" stands for the order that the answer before it named.
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";

const [calls, command, ...args] = process.argv.slice(2);
const client = new Client({ name: "story", version: "1.0.0" });
await client.connect(new StdioClientTransport({ command, args }));
await client.ping();

const { tools } = await client.listTools();
const told = { server: client.getServerVersion(), tools: tools.map((tool) => tool.name), answers: [] };
let order;
for (const [name, given] of JSON.parse(calls)) {
  const answer = await client.callTool({
    name,
    arguments: Object.fromEntries(Object.entries(given).map(([key, value]) => [key, value === "$order" ? order : value])),
  });
  order = answer.structuredContent?.order ?? order;
  told.answers.push(answer);
}
await client.close();
console.log(JSON.stringify(told));
