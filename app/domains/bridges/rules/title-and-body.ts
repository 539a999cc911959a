const longestTitle = 60;
const shortestTitle = 4;
const shortestBody = 6;

/**
 * Divides one text as other systems send it: the first line is the title and the rest the body; where there is
 * one line only, it is both. A title too short to say anything gets the service's name before it.
 */
export function titleAndBody(text: string, serviceName: string): { title: string; body: string } {
  const [first = '', ...rest] = text.trim().split('\n');
  const line = first.trim();
  const title = [...line].length < shortestTitle ? `${serviceName}：${line}` : line;
  const characters = [...title];
  const cut = characters.length > longestTitle;
  const remaining = rest.join('\n').trim();
  const body = remaining === '' || cut ? text.trim() : remaining;
  return {
    title: cut ? `${characters.slice(0, longestTitle - 1).join('')}…` : title,
    body: [...body].length < shortestBody ? `${serviceName}：${body}` : body,
  };
}
