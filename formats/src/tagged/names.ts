/** "Vale, Robin; Okafor, Chidi": several names in one line, told by a comma with a semicolon behind it. */
export function namesInLine(line: string): string[] {
  const comma = line.indexOf(',');
  const several = comma >= 0 && line.includes(';', comma);
  return (several ? line.split(';') : [line]).map((name) => name.trim()).filter((name) => name !== '');
}
