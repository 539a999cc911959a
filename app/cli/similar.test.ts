import { describe, expect, it } from 'vitest';
import { runSimilar } from './similar';

const file = `{"id": "a", "title": "在小区东门增设路灯", "area": "421002"}
{"id": 2, "title": "Plant trees", "text": null}

{"id": "c", "title": "为老旧小区加装电梯", "text": "六楼的老人下不了楼"}
`;

async function run(args: string[], text: string | Uint8Array = file) {
  const out = { stdout: '', stderr: '' };
  const code = await runSimilar(args, {
    readFile: () => (typeof text === 'string' ? new TextEncoder().encode(text) : text),
    stdout: (part) => (out.stdout += part),
    stderr: (part) => (out.stderr += part),
  });
  return { code, ...out };
}

describe('gongzhi similar', () => {
  it('prints the nearest as JSON and as lines', async () => {
    const args = ['x.jsonl', '--query', '小区东门要路灯'];
    const { code, stdout } = await run([...args, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      items: 3,
      similar: [
        { id: 'a', title: '在小区东门增设路灯', likely: true },
        { id: 'c', likely: false },
      ],
    });
    expect((await run([...args, '--limit', '1'])).stdout).toMatch(/^0\.\d\d {2}a {2}在小区东门增设路灯\n$/);
    expect((await run(['x', '--query', '🙂', '--json'])).stdout).toContain('"similar":[]');
    expect((await run(['x', '--query', 'tree', '--json'], `\uFEFF${file}`)).stdout).toContain('"id":"2"');
    expect((await run(['--help'])).stdout).toContain('--least');
  });

  it.each([
    [['x.jsonl'], '--query needs a text'],
    [['x.jsonl', '--query', ' '], '--query needs a text'],
    [['--query', 'a'], 'which file?'],
    [['x', '--query', 'a', '--limit', '0'], '--limit must be'],
    [['x', '--query', 'a', '--least', '1.5'], '--least must be'],
    [['x', '--query', 'a', '--near'], '--near'],
  ])('answers 2 and one line to %j', async (args, message) => {
    const { code, stdout, stderr } = await run(args);
    expect({ code, stdout, lines: stderr.trimEnd().split('\n').length }).toEqual({
      code: 2,
      stdout: '',
      lines: 1,
    });
    expect(stderr).toContain(message);
  });

  it.each([
    ['{"id": "a", "title": "x"}\nnonsense\n', 'line 2: not JSON'],
    ['[1]', 'line 1: the item'],
    ['{"id": "a"}', 'line 1: title'],
    ['{"id": "", "title": "x"}', 'line 1: id: is empty'],
    ['{"id": "a", "title": "x", "text": 5}', 'line 1: text'],
    ['{"id": "a", "title": "x"}\n\n{"id": "a", "title": "y"}', 'line 3: id a stands on line 1 too'],
    [new Uint8Array([10, 0xff, 0xfe]), 'line 2: not UTF-8'],
  ])('names the line of %j', async (text, message) => {
    const { code, stderr } = await run(['x.jsonl', '--query', 'a'], text);
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`x.jsonl, ${message}`),
    });
  });
});
