// html-validate with its standard preset: `node validate.mjs FOLDER` prints a JSON object, for each file what is wrong in it.
import { readdir } from "node:fs/promises"
import path from "node:path"
import { FileSystemConfigLoader, HtmlValidate } from "html-validate"

const folder = process.argv[2]
const validator = new HtmlValidate(new FileSystemConfigLoader({ root: true, extends: ["html-validate:standard"] }))
const found = {}
for (const name of (await readdir(folder, { recursive: true })).filter(name => name.endsWith(".html")).sort()) {
  const { results } = await validator.validateFile(path.join(folder, name))
  found[name] = results.flatMap(each => each.messages).map(m => `${m.line}:${m.column} ${m.ruleId}: ${m.message}`)
}
process.stdout.write(JSON.stringify(found))
